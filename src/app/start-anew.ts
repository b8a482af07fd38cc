/** A page that cannot go on tries again so often. */
const AGAIN_MS = 60_000;

/**
 * Starts the page anew after a while, by itself: nobody stands before a screen to press anything. Where no worker answers
 * for it, only once its hub does, or the browser's own words would stand there, which try nothing.
 */
export function startAnewByItself(): void {
  setTimeout(() => {
    if ('serviceWorker' in navigator && navigator.serviceWorker.controller !== null) return location.reload();
    fetch(location.href, { cache: 'no-store' }).then(
      ({ ok }) => (ok ? location.reload() : startAnewByItself()),
      startAnewByItself,
    );
  }, AGAIN_MS);
}
