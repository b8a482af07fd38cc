import { AuditEntry, RecordRedoArgs, RecordSettleArgs, Refusal } from './record.schema.ts';

/** The schema of each kind of row and of each change's arguments. For the hub and tests: browsers never load typebox. */
export const recordsSchemas = {
  rows: {
    audit: AuditEntry,
    refusal: Refusal,
  },
  args: {
    'record.dismiss': RecordSettleArgs,
    'record.keep': RecordSettleArgs,
    'record.redo': RecordRedoArgs,
    'record.takeBack': RecordSettleArgs,
  },
} as const;
