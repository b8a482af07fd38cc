const named =
  (...names: readonly string[]) =>
  (error: unknown): boolean =>
    error instanceof DOMException && names.includes(error.name);

/** The engine cannot read or write what it keeps: a file of it is damaged, gone, or may not be touched. */
export const isDamage = named('UnknownError', 'DataError', 'NotReadableError', 'EncodingError');

/** The browser is told to let nothing be kept here. */
export const isRefused = named('SecurityError', 'NotAllowedError');

/** There is no room: a reason to make some, never to give up what is kept. */
export const isFull = named('QuotaExceededError');
