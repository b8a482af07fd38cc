import { isNumber, isText, orNull, shape } from '../kernel/guards.ts';
import { readText, writeText } from './local-texts.ts';

/** What a device can heal by itself. Each has its words in `locales`, under `healed`. */
export const healKinds = [
  'store-reopened',
  'store-renewed',
  'store-emptied',
  'journal-emptied',
  'all-emptied',
  'store-in-memory',
  'sealed-renewed',
  'room-made',
  'build-rolled-back',
  'build-refetched',
  'fonts-refetched',
  'media-refetched',
  'identity-recovered',
  'token-recovered',
  'clock-repaired',
  'rows-repaired',
  'queue-repaired',
  'browser-restarted',
  'page-restarted',
  'film-nudged',
  'picture-renewed',
  'page-stood',
  'live-renewed',
] as const;
type HealKind = (typeof healKinds)[number];

/** Something that went wrong on this device and was mended without a hand. */
export interface Healed {
  /** A `HealKind`; another word where a newer build, since put back, has written it. */
  readonly kind: string;
  /** When it was healed last, by the device's own clock. */
  readonly atMs: number;
  /** How often within the minute. */
  readonly count: number;
  /** What exactly, for whoever is called to help. */
  readonly detail: string | null;
}

const key = 'leling:healed';
const MOST = 50;
/** The same thing again within this time is no new line. */
const SAME_MS = 60_000;

const isHealed = shape<Healed>({ kind: isText, atMs: isNumber, count: isNumber, detail: orNull(isText) });

/** Notes for the self-check page and for staff that something was healed. */
export function noteHealed(kind: HealKind, detail?: string): void {
  const known = healedLately();
  const atMs = Date.now();
  const before = known.find((one) => one.kind === kind && Math.abs(atMs - one.atMs) < SAME_MS);
  const now: Healed = {
    kind,
    atMs,
    count: (before?.count ?? 0) + 1,
    detail: detail ?? before?.detail ?? null,
  };
  const list = [now, ...known.filter((one) => one !== before)].slice(0, MOST);
  writeText(key, JSON.stringify(list));
}

/** What was healed on this device, the newest first. */
export function healedLately(): readonly Healed[] {
  try {
    const list: unknown = JSON.parse(readText(key) ?? '[]');
    return Array.isArray(list) ? list.filter(isHealed) : [];
  } catch {
    return [];
  }
}
