import { messageSW } from 'workbox-window';
import { build, worker } from './worker.ts';

/** A worker that does not answer by then is being replaced, or is none of ours. */
const ANSWERS_WITHIN_MS = 5000;

/** Asks the service worker something; null where there is none or it does not answer. */
export async function askWorker(
  type: string,
  what: Readonly<Record<string, unknown>> = {},
): Promise<unknown> {
  const asked = worker();
  if (asked === null) return null;
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(null), ANSWERS_WITHIN_MS);
    void messageSW(asked, { type, build, ...what }).then((answer) => {
      clearTimeout(timer);
      resolve(answer);
    });
  });
}
