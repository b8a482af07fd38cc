import { DetailedError, Upload } from 'tus-js-client';
import { chunkBytes } from './fetch-chunk.ts';

/** Why an upload does not go on: the hub's word for it, `away` where it does not answer, `signed-out` where it wants a person. */
type UploadStop = { readonly why: string; readonly mayGoOn: boolean };

/** Who waits for an upload. */
export interface UploadTold {
  sent(bytes: number): void;
  /** The hub has it and has looked at it: the file's SHA-256. */
  done(hash: string): void;
  stopped(stop: UploadStop): void;
}

export interface Sending {
  /** Begins, or goes on where it was. */
  start(): void;
  pause(): Promise<void>;
  /** Gives it up: the hub forgets what has come. */
  cancel(): Promise<void>;
}

/** Sends a file to the hub, in pieces; what has come of the same file before, also before the page was opened, is not sent again. */
export async function sending(
  file: Blob,
  { endpoint, words }: { readonly endpoint: string; readonly words: Readonly<Record<string, string>> },
  told: UploadTold,
): Promise<Sending> {
  const upload = new Upload(file, {
    endpoint,
    chunkSize: chunkBytes,
    metadata: { ...words },
    // Whoever asks for it tries again: it knows when the hub is there.
    retryDelays: null,
    removeFingerprintOnSuccess: true,
    onProgress: (sent) => told.sent(sent),
    onSuccess: ({ lastResponse }) => {
      const hash = lastResponse.getHeader('upload-media');
      if (hash === undefined) told.stopped({ why: 'away', mayGoOn: true });
      else told.done(hash);
    },
    onError: (error) => told.stopped(stopOf(error)),
  });
  const [before] = await upload.findPreviousUploads();
  if (before !== undefined) upload.resumeFromPreviousUpload(before);
  return {
    start: () => upload.start(),
    pause: () => upload.abort(),
    cancel: () => upload.abort(true).catch(() => undefined),
  };
}

function stopOf(error: Error): UploadStop {
  const answer = error instanceof DetailedError ? error.originalResponse : null;
  if (answer === null) return { why: 'away', mayGoOn: true };
  const status = answer.getStatus();
  if (status === 401) return { why: 'signed-out', mayGoOn: true };
  const why = codeIn(answer.getBody()) ?? (status >= 400 && status < 500 ? 'refused' : 'away');
  // A place that is taken, or is not where it was thought to be, is asked for anew.
  return { why, mayGoOn: status >= 500 || [404, 409, 410, 423, 429].includes(status) };
}

/** The word in a problem the hub answers with. */
function codeIn(body: string): string | null {
  try {
    const problem: unknown = JSON.parse(body);
    if (typeof problem !== 'object' || problem === null || !('code' in problem)) return null;
    return typeof problem.code === 'string' ? problem.code : null;
  } catch {
    return null;
  }
}
