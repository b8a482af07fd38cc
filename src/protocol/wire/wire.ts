/** What goes over the wire: its types, all of them inferred from the schemas beside this file, which browsers never load. */
export type { AnswerHead } from './head.schema.ts';
export type { Poke } from './live.schema.ts';
export type { Cursor, PullPage, PullRequest, Snapshot, WireRow } from './pull.schema.ts';
export type {
  MutationPlace,
  PushAnswer,
  PushBody,
  PushRequest,
  WireMutation,
  WireResult,
} from './push.schema.ts';
export type { AskedAs } from './wire-fields.schema.ts';
export type { ReportAnswer, ReportRequest, WireReport } from './report.schema.ts';
export { ARGS_LIMIT, OLDER_PUSH_LIMIT, PAGE_LIMIT, PROTOCOL, PUSH_LIMIT } from './limits.ts';
