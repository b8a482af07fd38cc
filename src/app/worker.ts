declare const __BUILD__: string;

/** Names the build that runs. */
export const build: string = __BUILD__;

/** Says something to the service worker; what there is to say stands in src/sw/words.ts. Where there is none, nobody hears. */
export function tellWorker(type: string, what: Readonly<Record<string, unknown>> = {}): void {
  worker()?.postMessage({ type, build, ...what });
}

/** The worker that answers for this page. */
export const worker = (): ServiceWorker | null =>
  'serviceWorker' in navigator ? navigator.serviceWorker.controller : null;
