import type { BuildList } from './build-list.ts';

/*
 * Which build a device is given. A pure table of what happens and what follows, so that it can be tried in every order.
 *
 *   current ... the last build that was proved: its face stood on the glass and it synced
 *   previous .. the one before
 *   waiting ... whole on this device, not yet tried: it is given the pages when nobody uses them
 *   trial ..... given the pages and not yet proved; either it becomes the current one, or it is bad and never comes back
 */

/** A build whose every file is on this device, each proved. */
export interface Kept {
  /** Its name and what its list hashes to: a mended build is another one even under the same name. */
  readonly key: string;
  readonly list: BuildList;
  /** What the hub says of how its pages may be shown: the content security policy and the like. */
  readonly headers: Readonly<Record<string, string>>;
}

/** How a build has done so far that the pages are started with. */
export interface Standing {
  readonly key: string;
  /** The faces that have stood on the glass. */
  readonly proved: readonly string[];
  /** How often a page was begun that never came to its face, by address. */
  readonly begun: Readonly<Record<string, number>>;
  /** One of its faces talks to the hub at all. */
  readonly talks: boolean;
  readonly synced: boolean;
  /** How long it was on the glass with the hub answering, and did not sync. */
  readonly unsyncedMs: number;
}

export type Fault = 'failed' | 'too-late' | 'interrupted' | 'no-sync';

interface Bad {
  readonly key: string;
  readonly id: string;
  readonly why: Fault;
  /** Another has been proved since: it is told to nobody any more. */
  readonly past?: true;
}

export interface Builds {
  readonly kept: readonly Kept[];
  readonly current: Standing | null;
  readonly previous: string | null;
  readonly trial: Standing | null;
  readonly waiting: string | null;
  readonly bad: readonly Bad[];
  // A worker of before took no note of what follows.
  /** The id of the hub that the pages have got through to. */
  readonly hub?: string;
  /** When the hub's process was started that offered the one that is next or serves; by the hub's clock, ms. */
  readonly startedMs?: number | undefined;
  /** Those that were given the pages, the last one last. */
  readonly had?: readonly string[];
  /** One that is not the latest is what the hub offers now, for so many looks in a row. */
  readonly again?: { readonly key: string; readonly looks: number; readonly atMs?: number } | null;
}

export const noBuilds: Builds = {
  kept: [],
  current: null,
  previous: null,
  trial: null,
  waiting: null,
  bad: [],
};

/** So often a page may be cut off before its face is on the glass: once is a power cut. */
const CUT_OFF_AT_MOST = 2;
const BAD_REMEMBERED = 20;
const HAD_REMEMBERED = 20;
/** The hub is asked so often, unless there is a reason, whether it has another build. */
export const LOOK_EVERY_MS = 50_000;
/**
 * Several processes may answer on one address, and while they are updated, one after another, each offers what it has. What
 * the last one that was started offers has its turn at once; anything else once it is all that was offered for so many
 * looks, about one a minute.
 */
export const LOOKS_TO_GO_BACK = 15;
const faces = ['/kiosk', '/screen', '/staff'];

/** The build that pages are started with. */
export const serving = ({ trial, current }: Builds): Standing | null => trial ?? current;

export const keptBuild = (builds: Builds, key: string | null | undefined): Kept | undefined =>
  builds.kept.find((one) => one.key === key);

/** The builds to look into for a page, best first: the one that serves, then those that were proved. */
export function inOrder(builds: Builds): readonly Kept[] {
  const keys = [serving(builds)?.key, builds.current?.key, builds.previous];
  const found = keys.map((key) => keptBuild(builds, key));
  return found.filter((one, n): one is Kept => one !== undefined && found.indexOf(one) === n);
}

export const isBad = ({ bad }: Builds, key: string): boolean => bad.some((one) => one.key === key);

/** What a hub offers: its build, and when the process that answers was started, where that is said. */
interface Offer {
  readonly key: string;
  readonly startedMs: number | null;
}

/**
 * The hub offers this build now.
 * @param nowMs by the device's clock, the only one that goes on while no worker runs. It is never waited for: one that is
 * set anew, either way, makes one look count early.
 */
export function offered(builds: Builds, offer: Offer, nowMs: number): Builds {
  const { again = null, startedMs = -Infinity } = builds;
  const { key } = offer;
  const isNext = key === nextUp(builds);
  if (isNext || isBad(builds, key) || isLatest(builds, offer)) {
    const newer = isNext && offer.startedMs !== null && offer.startedMs > startedMs;
    if (newer) return { ...builds, again: null, startedMs: offer.startedMs };
    return again === null ? builds : { ...builds, again: null };
  }
  if (again?.key !== key) return { ...builds, again: { key, looks: 1, atMs: nowMs } };
  // Asked a moment ago: that tells nothing new.
  const isDue = Math.abs(nowMs - (again.atMs ?? -Infinity)) >= LOOK_EVERY_MS;
  return isDue && again.looks < LOOKS_TO_GO_BACK
    ? { ...builds, again: { key, looks: again.looks + 1, atMs: nowMs } }
    : builds;
}

/** Whether an offered build is to be brought here and have its turn. */
export const isWanted = (builds: Builds, offer: Offer): boolean =>
  !isBad(builds, offer.key) &&
  (offer.key === nextUp(builds) ||
    isLatest(builds, offer) ||
    (builds.again?.key === offer.key && builds.again.looks >= LOOKS_TO_GO_BACK));

/** A build is whole on the device, or the hub offers again one that is. */
export function arrived(builds: Builds, build: Kept, startedMs: number | null = null): Builds {
  const { key } = build;
  if (isBad(builds, key)) return builds;
  const now = {
    ...builds,
    kept: [...builds.kept.filter((one) => one.key !== key), build],
    // Of several processes with one build, one that was started earlier makes it no older: another's would seem the latest.
    startedMs: key === nextUp(builds) ? builds.startedMs : (startedMs ?? builds.startedMs),
  };
  if (builds.current === null && builds.trial === null)
    return { ...now, current: fresh(key), had: withTurn(builds, key) };
  // What serves already waits for nothing, and takes its turn from what the hub no longer offers.
  return { ...now, waiting: serving(builds)?.key === key ? null : key };
}

/** Nobody uses a page: the build that waits gets them. */
export function tried(builds: Builds, key: string): Builds {
  if (builds.waiting !== key || keptBuild(builds, key) === undefined) return builds;
  const after = { ...builds, waiting: null, again: null, had: withTurn(builds, key) };
  // The hub has gone back to what is proved here; what was on trial meanwhile was not judged.
  return { ...after, trial: builds.current?.key === key ? null : fresh(key) };
}

/** This face of the build that serves has never stood on the glass here. */
export function isUnproved(builds: Builds, face: string): boolean {
  const now = serving(builds);
  return now !== null && faces.includes(face) && !now.proved.includes(face);
}

/** A page must come to its face in time where that is not proved yet and there is something to go back to. */
export function onProbation(builds: Builds, face: string): boolean {
  const wayBack = builds.trial === null ? builds.previous : builds.current;
  return wayBack !== null && isUnproved(builds, face);
}

/** A page is begun. One that was cut off too often before its face stood is held to have cut itself off. */
export function began(builds: Builds, face: string, address: string): Builds {
  const now = serving(builds);
  if (now === null || !onProbation(builds, face)) return builds;
  const times = now.begun[address] ?? 0;
  if (times >= CUT_OFF_AT_MOST) return condemned(builds, now.key, 'interrupted');
  return standing(builds, { ...now, begun: { ...now.begun, [address]: times + 1 } });
}

/** What became of a page says nothing of the build: nobody looked at it, or its trouble is the machine's. */
export function forgiven(builds: Builds, address: string): Builds {
  const now = serving(builds);
  if (now === null || now.begun[address] === undefined) return builds;
  const { [address]: _, ...begun } = now.begun;
  return standing(builds, { ...now, begun });
}

/** A face stands on the glass. */
export function ready(
  builds: Builds,
  id: string,
  at: { readonly face: string; readonly address: string; readonly talks: boolean },
): Builds {
  const now = serving(builds);
  if (now === null || !isOf(builds, now, id)) return builds;
  // Where the build before had a device's own face there, a page that asks who the device is proves nothing.
  if (builds.trial !== null && builds.current?.talks === true && !at.talks)
    return forgiven(builds, at.address);
  const { [at.address]: _, ...begun } = now.begun;
  const known = now.proved.includes(at.face) || !faces.includes(at.face);
  if (known && now.begun[at.address] === undefined && (now.talks || !at.talks)) return builds;
  const proved = known ? now.proved : [...now.proved, at.face];
  return settled(standing(builds, { ...now, begun, proved, talks: now.talks || at.talks }));
}

/** A face has heard from the hub what it asked for. */
export function synced(builds: Builds, id: string): Builds {
  const now = serving(builds);
  if (now === null || now.synced || !isOf(builds, now, id)) return builds;
  return settled(standing(builds, { ...now, synced: true }));
}

/** The hub has answered for so long, and the build on trial has not got through to it. One that offers another is no judge of it. */
export function unheard(builds: Builds, forMs: number): Builds {
  const { trial, again = null } = builds;
  if (trial === null || again !== null || !awaitsSync(builds)) return builds;
  const unsyncedMs = trial.unsyncedMs + forMs;
  const limit = keptBuild(builds, trial.key)?.list.syncWithinMs ?? 0;
  return unsyncedMs >= limit
    ? condemned(builds, trial.key, 'no-sync')
    : { ...builds, trial: { ...trial, unsyncedMs } };
}

/** Its face is there and its word with the hub is not. */
export const awaitsSync = ({ trial }: Builds): boolean =>
  trial !== null && trial.talks && trial.proved.length > 0 && !trial.synced;

/** A build is bad: what was proved before it serves again. The last one there is stays, whatever it does. */
export function condemned(builds: Builds, key: string, why: Fault): Builds {
  const build = keptBuild(builds, key);
  if (build === undefined) return builds;
  const { trial, current, previous } = builds;
  const onTrial = trial?.key === key;
  if (!onTrial && (current?.key !== key || previous === null)) return builds;
  if (onTrial && current === null) return builds;
  const bad = [...builds.bad, { key, id: build.list.id, why }].slice(-BAD_REMEMBERED);
  const kept = builds.kept.filter((one) => one.key !== key);
  const waiting = builds.waiting === key ? null : builds.waiting;
  return onTrial
    ? { ...builds, bad, kept, waiting, trial: null }
    : { ...builds, bad, kept, waiting, current: fresh(previous ?? key), previous: null };
}

/** The builds that no page may need any more, once none of them runs. */
export function leftOver(builds: Builds): readonly Kept[] {
  const needed = [builds.current?.key, builds.previous, builds.trial?.key, builds.waiting];
  return builds.kept.filter(({ key }) => !needed.includes(key));
}

const fresh = (key: string): Standing => ({
  key,
  proved: [],
  begun: {},
  talks: false,
  synced: false,
  unsyncedMs: 0,
});

/** What the pages are given next, or have. */
const nextUp = (builds: Builds): string | undefined => builds.waiting ?? serving(builds)?.key;

/** Started after all the others; where a hub does not say when, what has not been here yet is the latest. */
const isLatest = (builds: Builds, { key, startedMs }: Offer): boolean =>
  startedMs === null || builds.startedMs === undefined
    ? !hadTurn(builds, key)
    : startedMs >= builds.startedMs;

const hadTurn = ({ had = [], current, previous, trial }: Builds, key: string): boolean =>
  [...had, current?.key, previous, trial?.key].includes(key);

const withTurn = ({ had = [] }: Builds, key: string): readonly string[] =>
  [...had.filter((one) => one !== key), key].slice(-HAD_REMEMBERED);

const isOf = (builds: Builds, { key }: Standing, id: string): boolean =>
  keptBuild(builds, key)?.list.id === id;

const standing = (builds: Builds, now: Standing): Builds =>
  builds.trial === null ? { ...builds, current: now } : { ...builds, trial: now };

/** A build on trial is proved by one face on the glass and one good sync. */
function settled(builds: Builds): Builds {
  const { trial, current } = builds;
  if (trial === null || trial.proved.length === 0 || !trial.synced) return builds;
  const bad = builds.bad.map((one): Bad => ({ ...one, past: true }));
  return { ...builds, bad, current: trial, previous: current?.key ?? null, trial: null };
}
