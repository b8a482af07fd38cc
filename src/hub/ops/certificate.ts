import { systemTimers, type HubTimers } from './timers.ts';
import type { HubHealth } from './health/hub-health.ts';

/** A certificate with its chain, and its key; both PEM. */
export interface TlsPair {
  readonly key: string;
  readonly cert: string;
}

/** Certificates are good for weeks; who renews one by hand does not wait for it. */
const EVERY_MS = 60_000;

interface CertificateOptions {
  readonly first: TlsPair;
  /** Reads the pair again; rejects in words where it cannot be read, or does not belong together. */
  readonly read: () => Promise<TlsPair>;
  readonly health: HubHealth;
  readonly warn: (words: string) => void;
  readonly timers?: HubTimers;
}

/**
 * The certificate in use. Its files are read again each minute, so that one that was renewed needs no restart; a pair that
 * cannot be used (half written, or of two renewals) leaves the one that works in its place, and staff are told.
 */
export class LiveCertificate {
  readonly #options: CertificateOptions;
  readonly #users: ((pair: TlsPair) => void)[] = [];
  #pair: TlsPair;
  #told = '';

  constructor(options: CertificateOptions) {
    this.#options = options;
    this.#pair = options.first;
  }

  get pair(): TlsPair {
    return this.#pair;
  }

  /** Tells of each pair that takes the place of the one before. */
  onRenewed(user: (pair: TlsPair) => void): void {
    this.#users.push(user);
  }

  /** Takes what is in the files now, if it is another pair and a good one. */
  async look(): Promise<void> {
    const { read, health } = this.#options;
    try {
      const pair = await read();
      if (pair.cert !== this.#pair.cert || pair.key !== this.#pair.key) {
        for (const user of this.#users) user(pair);
        this.#pair = pair;
      }
      this.#told = '';
      health.set('certificate-unusable', false);
    } catch (error) {
      health.set('certificate-unusable', true);
      this.#warnOnce(error instanceof Error ? error.message : String(error));
    }
  }

  /** Looks each minute. Returns how to end that. */
  watch(): () => Promise<void> {
    const { timers = systemTimers } = this.#options;
    let ended = false;
    let cancel: () => void = () => undefined;
    let underWay = Promise.resolve();
    const next = (): void => {
      cancel = timers.after(EVERY_MS, () => {
        underWay = this.look().then(() => {
          if (!ended) next();
        });
      });
    };
    next();
    return async () => {
      ended = true;
      cancel();
      await underWay;
    };
  }

  #warnOnce(words: string): void {
    if (words !== this.#told) this.#options.warn(words);
    this.#told = words;
  }
}
