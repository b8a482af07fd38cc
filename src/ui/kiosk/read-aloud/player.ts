/** How one sentence ended: it was said, it was stopped, or nobody could say it. */
export type Ending = 'said' | 'stopped' | 'silent';

/** Plays one sound at a time. */
export class Player {
  #stop: (() => void) | null = null;

  /**
   * Plays a sound to its end.
   * @param volume 0 to 1
   * @param rate 1 is as it was made
   */
  async play(sound: Blob, volume: number, rate = 1): Promise<Ending> {
    this.stop();
    const address = URL.createObjectURL(sound);
    const audio = new Audio(address);
    audio.volume = volume;
    audio.playbackRate = rate;
    try {
      return await new Promise<Ending>((resolve) => {
        this.#stop = () => {
          audio.pause();
          resolve('stopped');
        };
        audio.onended = () => resolve('said');
        audio.onerror = () => resolve('silent');
        audio.play().catch(() => resolve('silent'));
      });
    } finally {
      this.#stop = null;
      URL.revokeObjectURL(address);
    }
  }

  stop(): void {
    this.#stop?.();
  }
}
