import type { BucketName } from '../../kernel/buckets.ts';
import type { Poke } from '../../protocol/wire/wire.ts';

/**
 * A browser opens six connections to a host, for all its pages together. A stream takes one for as long as it lasts;
 * with one for every face of a profile nothing else would get through.
 */
const PLACES = 4;

/** A hint as one page hands it to another: that a bucket has moved, never its rows. */
type Hint = Pick<Poke, 'epoch' | 'version'> & { readonly bucket: BucketName };

/**
 * Waits for one of the profile's places for a stream and holds it as long as the page lives.
 * @param granted called once, when the page has its place; at once where nobody needs to wait
 */
export function takeLivePlace(granted: () => void, locks: LockManager | undefined = navigator.locks): void {
  if (locks === undefined) return granted();
  const others = new AbortController();
  let taken = false;
  for (let place = 0; place < PLACES; place += 1) {
    locks
      .request(`leling:live:${place}`, { signal: others.signal }, () => {
        // Granted another one in the same moment: give this one back.
        if (taken) return undefined;
        taken = true;
        others.abort();
        granted();
        // As with the lead: some engines keep the locks of a page that was left.
        return new Promise<void>((leave) => addEventListener('pagehide', () => leave()));
      })
      .catch((error: unknown) => {
        if (!(error instanceof DOMException) || error.name !== 'AbortError') console.error(error);
      });
  }
}

/** What the streams of this profile hear, passed on to the pages that have none. */
export class SharedHints {
  readonly #channel = new BroadcastChannel('leling:live');

  constructor(heard: (hint: Hint) => void) {
    this.#channel.onmessage = ({ data }: MessageEvent<Hint>) => heard(data);
  }

  tell({ bucket, epoch, version }: Poke): void {
    const hint: Hint = { bucket, epoch, version };
    this.#channel.postMessage(hint);
  }
}
