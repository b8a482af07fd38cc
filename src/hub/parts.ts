import { Audit } from './accounts/audit.ts';
import { DeviceTokens } from './accounts/device-tokens.ts';
import { Doorkeeper } from './accounts/doorkeeper.ts';
import { OneTimeLinks } from './accounts/links.ts';
import { Passwords } from './accounts/passwords.ts';
import { Sessions } from './accounts/sessions.ts';
import { StaffRoom } from './accounts/staff-room.ts';
import type { HubDeps } from './deps.ts';
import { SESSION_MAX_AGE_S } from './http/cookies.ts';
import { LiveStreams } from './live/live-streams.ts';
import { MediaFiles } from './media/media-files.ts';
import { HubMetrics } from './metrics.ts';
import { Enrolment } from './pairing/enrolment.ts';
import { Opener } from './pairing/opener.ts';
import { Pairings } from './pairing/pairings.ts';

/** Everything the routes work with, wired once. */
export interface HubParts {
  readonly deps: HubDeps;
  readonly tokens: DeviceTokens;
  readonly sessions: Sessions;
  readonly passwords: Passwords;
  readonly links: OneTimeLinks;
  readonly pairings: Pairings;
  readonly enrolment: Enrolment;
  readonly opener: Opener;
  readonly staff: StaffRoom;
  readonly audit: Audit;
  readonly door: Doorkeeper;
  readonly live: LiveStreams;
  readonly media: MediaFiles;
  readonly metrics: HubMetrics;
  readonly now: () => number;
  /** Cookies are Secure where the hub is reached over TLS. */
  readonly secure: boolean;
}

export function wireParts(deps: HubDeps): HubParts {
  const { vault, sync } = deps;
  const now = (): number => sync.now();
  const tokens = new DeviceTokens(vault, now);
  const sessions = new Sessions(vault, now, SESSION_MAX_AGE_S * 1000);
  const staff = new StaffRoom(sync);
  const door = new Doorkeeper(tokens, sessions, staff);
  const metrics = new HubMetrics(deps.version, () => sync.epoch);
  const live = new LiveStreams({
    door,
    now,
    counted: (listeners) => metrics.liveConnections.set(listeners),
    poked: (sent) => metrics.pokesSent.inc(sent),
    failed: (error) => deps.logger.error({ err: error }, 'a live listener could not be checked'),
  });
  const enrolment = new Enrolment(deps, tokens, door);
  const secure = deps.tls !== null || deps.publicUrl?.startsWith('https:') === true;
  const changed = (deviceId: string): void => door.changed(deviceId);
  return {
    deps,
    tokens,
    sessions,
    staff,
    door,
    live,
    metrics,
    now,
    passwords: new Passwords(vault, now),
    links: new OneTimeLinks(vault, now),
    audit: new Audit(sync),
    pairings: new Pairings(vault, now),
    enrolment,
    opener: new Opener({ tokens, sessions, staff, enrolment, changed, secure }),
    media: new MediaFiles(deps.mediaDir),
    secure,
  };
}
