/** What waits for midnight and the like; a test gives one of its own. */
export interface HubTimers {
  /** Calls back once after some milliseconds. Returns the disposer. */
  after(ms: number, then: () => void): () => void;
}

/** Timers that keep no process alive. */
export const systemTimers: HubTimers = {
  after(ms, then) {
    const timer = setTimeout(then, ms);
    timer.unref();
    return () => clearTimeout(timer);
  },
};
