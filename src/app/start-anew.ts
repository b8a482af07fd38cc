import { HUB_HEADER } from '../protocol/wire/limits.ts';

/** A page that cannot go on tries again so often. */
const AGAIN_MS = 60_000;

/**
 * Starts the page anew after a while, by itself: nobody stands before a screen to press anything. Where no worker answers
 * for it, only once its hub does, or the browser's own words would stand there, or a network's page: they try nothing.
 * Returns the disposer, for a page that goes on after all.
 */
export function startAnewByItself(): () => void {
  let stopped = false;
  let timer: ReturnType<typeof setTimeout>;
  const turn = async (): Promise<void> => {
    const comesUp = isServed() || (await hubAnswers());
    if (stopped) return;
    if (comesUp) location.reload();
    else wait();
  };
  const wait = (): void => {
    timer = setTimeout(() => void turn(), AGAIN_MS);
  };
  wait();
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}

const isServed = (): boolean => 'serviceWorker' in navigator && navigator.serviceWorker.controller !== null;

const hubAnswers = (): Promise<boolean> =>
  fetch(location.href, { cache: 'no-store' }).then(
    ({ ok, headers }) => ok && headers.has(HUB_HEADER),
    () => false,
  );
