import { plays } from '../../common/plays.ts';

/** How one sentence ended: it was said, it was stopped, or nobody could say it. */
export type Ending = 'said' | 'stopped' | 'silent';

/** So long somebody waits for what they have asked to hear. */
const BEGINS_MS = 4000;

/** Plays one sound at a time. */
export class Player {
  #stop: (() => void) | null = null;

  /**
   * Plays a sound to its end.
   * @param volume 0 to 1
   * @param rate 1 is as it was made
   */
  async play(sound: Blob, volume: number, rate = 1): Promise<Ending> {
    const address = URL.createObjectURL(sound);
    try {
      return await this.playFrom(address, volume, rate);
    } finally {
      URL.revokeObjectURL(address);
    }
  }

  /** The same of what lies at an address; `silent` too where it does not begin in time. */
  async playFrom(address: string, volume: number, rate = 1): Promise<Ending> {
    this.stop();
    if (!plays('sound')) return 'silent';
    const audio = new Audio(address);
    audio.volume = volume;
    audio.playbackRate = rate;
    let begins: ReturnType<typeof setTimeout> | undefined;
    try {
      return await new Promise<Ending>((resolve) => {
        const end = (ending: Ending) => (): void => {
          audio.pause();
          resolve(ending);
        };
        this.#stop = end('stopped');
        // A hub that hangs neither sends it nor says that it will not.
        begins = setTimeout(end('silent'), BEGINS_MS);
        audio.onplaying = () => clearTimeout(begins);
        audio.onended = () => resolve('said');
        audio.onerror = () => resolve('silent');
        audio.play().catch(() => resolve('silent'));
      });
    } finally {
      clearTimeout(begins);
      this.#stop = null;
    }
  }

  stop(): void {
    this.#stop?.();
  }
}
