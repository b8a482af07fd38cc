import pg from 'pg';

/** Connection trouble (class 08), a server that stops or starts (57P), one with no place left, a standby. */
const SERVER_AWAY = /^(08|57P|53300$|25006$)/;
const LINE_CODES: ReadonlySet<unknown> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
]);
/** The driver has no code for these. */
const LINE_WORDS = /^(Connection terminated|Client has encountered a connection error|timeout exceeded)/;

/** Whether a statement failed for want of a server that takes it, not for what it says. */
export function isOutOfReach(error: unknown): boolean {
  if (error instanceof pg.DatabaseError) return SERVER_AWAY.test(error.code ?? '');
  if (!(error instanceof Error)) return false;
  return ('code' in error && LINE_CODES.has(error.code)) || LINE_WORDS.test(error.message);
}
