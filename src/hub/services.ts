import { Audit } from './people/audit.ts';
import { ByPhone } from './people/by-phone.ts';
import type { ComePasses } from './people/come-passes.ts';
import { DeviceTokens } from './people/device-tokens.ts';
import { Authentication } from './people/authentication.ts';
import { HashQueue } from './people/hash-queue.ts';
import { OneTimeLinks } from './people/one-time-links.ts';
import { Passwords } from './people/passwords.ts';
import { SealingShares } from './people/sealing-shares.ts';
import { Sessions } from './people/sessions.ts';
import { SignInTries } from './people/sign-in-tries.ts';
import { SignOuts } from './people/sign-outs.ts';
import { StaffAccounts } from './people/staff-accounts.ts';
import type { HubDeps } from './deps.ts';
import { SESSION_MAX_AGE_S } from './http/cookies.ts';
import { Connections, roomFor } from './http/connections.ts';
import { mostDescriptors } from './http/descriptors.ts';
import { LiveStreams } from './live/live-streams.ts';
import { MediaFiles } from './media/media-files.ts';
import { MediaUploads } from './media/uploads.ts';
import { Speech } from './speech/speech.ts';
import { SpeechFiles } from './speech/speech-files.ts';
import { Rings } from './rings/rings.ts';
import { HubMetrics } from './ops/metrics.ts';
import { Enrolment } from './people/enrolment.ts';
import { BrowserIdentity } from './people/browser-identity.ts';
import { Pairings } from './people/pairings.ts';
import { RecoveryProofs } from './people/recovery-proofs.ts';

/** Everything the routes work with, wired once. */
export interface HubServices {
  readonly deps: HubDeps;
  /** Who this hub is; every answer says it. */
  readonly hubId: string;
  readonly tokens: DeviceTokens;
  readonly proofs: RecoveryProofs;
  readonly sessions: Sessions;
  readonly sealingShares: SealingShares;
  readonly passwords: Passwords;
  readonly signInTries: SignInTries;
  readonly signOuts: SignOuts;
  readonly byPhone: ByPhone;
  readonly links: OneTimeLinks;
  readonly pairings: Pairings;
  readonly enrolment: Enrolment;
  readonly browserIdentity: BrowserIdentity;
  readonly staff: StaffAccounts;
  readonly audit: Audit;
  readonly authentication: Authentication;
  readonly live: LiveStreams;
  readonly media: MediaFiles;
  readonly uploads: MediaUploads;
  readonly speech: Speech;
  readonly rings: Rings;
  readonly metrics: HubMetrics;
  readonly connections: Connections;
  readonly now: () => number;
  /** Cookies are Secure where the hub is reached over TLS. */
  readonly secure: boolean;
}

export function wireServices(deps: HubDeps, hubId: string, passes: ComePasses): HubServices {
  const { vault, sync } = deps;
  const now = (): number => sync.now();
  const tokens = new DeviceTokens(vault, now);
  const sessions = new Sessions(vault, now, SESSION_MAX_AGE_S * 1000);
  const staff = new StaffAccounts(sync);
  const connections = new Connections(roomFor(mostDescriptors()));
  const secure = deps.tls !== null || deps.publicUrl?.startsWith('https:') === true;
  const authentication = new Authentication(tokens, sessions, staff, { secure, connections });
  deps.health.ask(['strangers'], () => (authentication.meetsStrangers ? ['strangers'] : []));
  const metrics = new HubMetrics(deps.version, () => sync.epoch);
  const live = new LiveStreams({
    authentication,
    hubId,
    now,
    counted: (listeners) => metrics.liveConnections.set(listeners),
    poked: (sent) => metrics.pokesSent.inc(sent),
    failed: (error) => deps.logger.error({ err: error }, 'a live listener could not be checked'),
  });
  const proofs = new RecoveryProofs(vault);
  const enrolment = new Enrolment(deps, tokens, proofs, authentication);
  const changed = (deviceId: string): void => authentication.changed(deviceId);
  const links = new OneTimeLinks(vault, now);
  const sealingShares = new SealingShares(vault);
  return {
    deps,
    hubId,
    tokens,
    proofs,
    sessions,
    sealingShares,
    signInTries: new SignInTries(now),
    signOuts: new SignOuts({ sessions, sealingShares, links, staff, enrolment, changed }),
    staff,
    authentication,
    live,
    metrics,
    connections,
    now,
    passwords: new Passwords(vault, now, new HashQueue()),
    byPhone: new ByPhone(sync, deps.centreId, passes),
    links,
    audit: new Audit(sync),
    pairings: new Pairings(vault, now),
    enrolment,
    browserIdentity: new BrowserIdentity({ tokens, sessions, staff, enrolment, changed, secure }),
    media: new MediaFiles(deps.mediaDir, {
      now,
      damaged: (hash) => {
        deps.health.set('media-damaged', true);
        deps.logger.error({ file: hash }, 'a media file is damaged on the disk; it is not served');
      },
    }),
    uploads: new MediaUploads({ dir: deps.uploadsDir, path: '/api/uploads', freeBytes: deps.freeBytes }),
    speech: new Speech(deps.voice ?? null, new SpeechFiles(deps.speechDir), {
      failed: (error) => deps.logger.warn({ err: error }, 'a text could not be turned into sound'),
    }),
    rings: new Rings({
      vault,
      sync,
      centreId: deps.centreId,
      logger: deps.logger,
      isBegun: (deviceId) => sessions.isBegun(deviceId),
      send: deps.pushService,
    }),
    secure,
  };
}
