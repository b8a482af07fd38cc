import { storageTroubleOf, Unreachable, type StorageTrouble } from '../../db/trouble.ts';

/** What can be the matter with a hub, for a program; pages have the words and the remedy. */
export type HealthCode =
  | StorageTrouble
  | 'database-away'
  | 'disk-low'
  | 'data-lost'
  | 'backup-late'
  | 'certificate-ended'
  | 'certificate-ends'
  | 'certificate-unusable'
  | 'media-damaged'
  | 'folder-open'
  | 'clock-unsure'
  | 'config-fallback'
  | 'strangers';

/** Each with how much it matters: `bad` is what loses work or keeps people out. */
const LEVELS: Readonly<Record<HealthCode, 'mind' | 'bad'>> = {
  'disk-full': 'bad',
  'storage-damaged': 'bad',
  'read-only': 'bad',
  'disk-failing': 'bad',
  'database-away': 'bad',
  'data-lost': 'bad',
  'certificate-ended': 'bad',
  'disk-low': 'mind',
  'backup-late': 'mind',
  'certificate-ends': 'mind',
  'certificate-unusable': 'mind',
  'media-damaged': 'mind',
  'folder-open': 'mind',
  'clock-unsure': 'mind',
  'config-fallback': 'mind',
  strangers: 'mind',
};

/** While one of these stands, changes are kept out; a damaged database is that till a backup is put back. */
export const STUCK = ['disk-full', 'read-only', 'disk-failing', 'database-away'] as const;
/** Anybody may ask: looking writes. */
const LOOK_STEP_MS = 1000;

interface HealthTrouble {
  readonly code: HealthCode;
  /** Hub time, Unix ms: when it was first seen in this run. */
  readonly since: number;
}

/** What is the matter with the hub now, from whoever finds out. Kept in memory: a database in trouble holds nothing new. */
export class HubHealth {
  readonly #since = new Map<HealthCode, number>();
  readonly #asked: (() => void)[] = [];
  #now: () => number = Date.now;
  #look: () => Promise<void> = async () => undefined;
  #lookedMonoMs = -Infinity;

  useClock(now: () => number): void {
    this.#now = now;
  }

  set(code: HealthCode, isSo: boolean): void {
    if (!isSo) this.#since.delete(code);
    else if (!this.#since.has(code)) this.#since.set(code, this.#now());
  }

  has(code: HealthCode): boolean {
    return this.#since.has(code);
  }

  /** Takes note of an error that says what is the matter with disk or database. */
  saw(error: unknown): void {
    const code = error instanceof Unreachable ? 'database-away' : storageTroubleOf(error);
    if (code !== null) this.set(code, true);
  }

  /** Asks, whenever somebody asks here, which of some troubles there are; `codes` are those it answers for. */
  ask(codes: readonly HealthCode[], which: () => readonly HealthCode[]): void {
    this.#asked.push(() => {
      const found = which();
      for (const code of codes) this.set(code, found.includes(code));
    });
  }

  /** How it is found out whether what kept changes out is over. */
  useLook(look: () => Promise<void>): void {
    this.#look = look;
  }

  /** Looks again, where changes are kept out and the last look is a moment ago: people wait for it to be over. */
  async lookAgain(): Promise<void> {
    const monoMs = performance.now();
    if (!STUCK.some((code) => this.has(code)) || monoMs - this.#lookedMonoMs < LOOK_STEP_MS) return;
    this.#lookedMonoMs = monoMs;
    await this.#look();
  }

  /** The gravest first. */
  get troubles(): readonly HealthTrouble[] {
    for (const ask of this.#asked) ask();
    const all = [...this.#since].map(([code, since]) => ({ code, since }));
    return [
      ...all.filter(({ code }) => LEVELS[code] === 'bad'),
      ...all.filter(({ code }) => LEVELS[code] === 'mind'),
    ];
  }

  get status(): 'ok' | 'mind' | 'bad' {
    const levels = this.troubles.map(({ code }) => LEVELS[code]);
    return levels.includes('bad') ? 'bad' : levels.length > 0 ? 'mind' : 'ok';
  }
}
