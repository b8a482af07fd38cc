import {
  Request,
  RequestAnswer,
  RequestAnswerArgs,
  RequestNoteArgs,
  RequestRaiseArgs,
  RequestUnnoteArgs,
  RequestWithdrawArgs,
} from './request.schema.ts';

/** The schema of each kind of row and of each change's arguments. For the hub and tests: browsers never load typebox. */
export const requestsSchemas = {
  rows: {
    request: Request,
    requestAnswer: RequestAnswer,
  },
  args: {
    'request.answer': RequestAnswerArgs,
    'request.note': RequestNoteArgs,
    'request.raise': RequestRaiseArgs,
    'request.unnote': RequestUnnoteArgs,
    'request.withdraw': RequestWithdrawArgs,
  },
} as const;
