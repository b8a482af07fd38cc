declare const __BUILD__: string;

/** Names the build that runs. */
export const build: string = __BUILD__;

/** A worker that does not answer by then is being replaced, or is none of ours. */
const ANSWERS_WITHIN_MS = 5000;

/** Says something to the service worker; what there is to say stands in src/sw/words.ts. Where there is none, nobody hears. */
export function tellWorker(type: string, what: Readonly<Record<string, unknown>> = {}): void {
  worker()?.postMessage({ type, build, ...what });
}

/** Asks it something; null where it does not answer. */
export function askWorker(type: string, what: Readonly<Record<string, unknown>> = {}): Promise<unknown> {
  const asked = worker();
  if (asked === null) return Promise.resolve(null);
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    const timer = setTimeout(() => resolve(null), ANSWERS_WITHIN_MS);
    port1.onmessage = ({ data }) => {
      clearTimeout(timer);
      port1.close();
      resolve(data);
    };
    asked.postMessage({ type, build, ...what }, [port2]);
  });
}

const worker = (): ServiceWorker | null =>
  'serviceWorker' in navigator ? navigator.serviceWorker.controller : null;
