import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FastifyBaseLogger } from 'fastify';
import { keepHubId } from './people/hub-id.ts';
import { comePassesIn } from './people/come-passes.ts';
import { SqlVault } from './people/sql-vault.ts';
import { backupsIn } from './ops/backup/kept.ts';
import { backUpBefore } from './ops/backup/before-migrating.ts';
import { startNightly } from './ops/backup/nightly.ts';
import { clockDoubt } from './ops/clock-doubt.ts';
import { startClockWatch } from './ops/clock-watch.ts';
import { applyConfig } from './ops/config/apply.ts';
import { keepGood, withLastGood, withoutRefused } from './ops/config/last-good.ts';
import { loadConfig, type ConfigTrouble } from './ops/config/load.ts';
import { tellStaff } from './ops/config/tell-staff.ts';
import { LiveCertificate, type TlsPair } from './ops/certificate.ts';
import { createHub, type Hub } from './createHub.ts';
import { startComePasses } from './ops/come-passes.ts';
import { dailyWork, startDaily } from './ops/daily/daily.ts';
import { startPublishingAtTime } from './ops/publish-at-time.ts';
import { makeFolder } from './db/data-folder.ts';
import { closeFolder } from './ops/data/close-folder.ts';
import { DataLoss, probe } from './ops/health/data-loss.ts';
import { startHealthWatch } from './ops/health/health-watch.ts';
import { HubHealth } from './ops/health/hub-health.ts';
import { notedSecrets } from './ops/data/noted-secrets.ts';
import { openData } from './ops/data/open-data.ts';
import { keepFileCurrent } from './ops/data/keep-file-current.ts';
import { freshLinks, type StartLinks } from './start-links.ts';
import { seedWithMedia } from './ops/sample/seed-with-media.ts';
import { findVoice } from './speech/find-voice.ts';
import type { HubSync } from './sync/api.ts';
import { createHubSync } from './sync/hub-sync.ts';
import type { HubClock } from './sync/hub-time.ts';

/** Where this checkout is. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

/** What a hub is started with; everything but the logger has the place a fresh clone has for it. */
export interface StartOptions {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  readonly logger: FastifyBaseLogger;
  readonly databaseUrl?: string | undefined;
  readonly tls?: { readonly first: TlsPair; readonly read: () => Promise<TlsPair> } | undefined;
  /** The address people use, where it is another than the hub's own. */
  readonly publicUrl?: string | undefined;
  /** What a program on another machine may ask for metrics and documents with. */
  readonly operatorToken?: string | undefined;
  /** Further names that people reach it by, beside this machine's own. */
  readonly hosts?: readonly string[] | undefined;
  readonly configDir?: string | undefined;
  readonly appDir?: string | undefined;
  /** A folder with a voice for what is read aloud; `none` for nobody; otherwise espeak-ng speaks, where this machine has it. */
  readonly voiceDir?: string | undefined;
  /** Starts though the data is not what it should be. */
  readonly goOn?: boolean;
  /** What a disk has left; a test says so itself. */
  readonly freeBytes?: ((dir: string) => Promise<number>) | undefined;
  /** What takes a message to a push service; a test is one itself. */
  readonly pushService?: typeof fetch | undefined;
  /** The machine's clocks; a test gives some of its own. */
  readonly clock?: HubClock;
}

/** A hub at work. */
export interface RunningHub {
  readonly hub: Hub;
  readonly sync: HubSync;
  readonly port: number;
  readonly version: string;
  readonly links: StartLinks;
  /** What is wrong in kiosk-config; the last good one is in use. */
  readonly troubles: readonly ConfigTrouble[];
  /** Takes a renewed certificate at once; it is looked for each minute anyway. */
  renewCertificate(): Promise<void>;
  /** Ends connections, finishes what is under way and closes the database. */
  stop(): Promise<void>;
}

/** Why a hub cannot start, in words for who started it. */
export class CannotStart extends Error {}

/** Opens the data, reads the configuration, seeds a new centre, and listens. */
export async function startHub(options: StartOptions): Promise<RunningHub> {
  const { logger, configDir = join(root, 'kiosk-config'), appDir = join(root, 'dist', 'app') } = options;
  const dataDir = resolve(options.dataDir);
  const mediaDir = join(dataDir, 'media');
  const { version } = await packageJson();
  // Media and backups lie in it, whatever the database is.
  makeFolder(dataDir);
  const open = await closeFolder(dataDir);
  if (open.length > 0) logger.warn(leftOpen(open));
  const health = new HubHealth();
  health.set('folder-open', open.length > 0);
  const { database, goneOnWith, lateCheck } = await openData({
    dataDir,
    databaseUrl: options.databaseUrl,
    goOn: options.goOn === true,
    nowMs: Date.now(),
    beforeMigrating: backUpBefore(backupsIn(dataDir), (made) => logger.warn(made)),
  });
  /** What has been started, to be stopped in the opposite order. */
  const stops: (() => Promise<void>)[] = [() => database.close()];
  /** What cannot be ended (its disk takes nothing) keeps nothing else from being ended. */
  const stop = async (): Promise<void> => {
    const failed: unknown[] = [];
    for (let last = stops.pop(); last !== undefined; last = stops.pop())
      await last().catch((error: unknown) => failed.push(error));
    if (failed.length > 0) throw failed[0];
  };
  try {
    stops.push(await keepFileCurrent(database));
    const sync = await createHubSync({
      database,
      noted: await notedSecrets(dataDir),
      ...(options.clock === undefined ? {} : { clock: options.clock }),
    });
    stops.push(() => sync.close());
    const vault = new SqlVault(database.engine);
    await keepHubId(vault, dataDir);
    health.useClock(() => sync.now());
    const dataLoss = new DataLoss(vault, health);
    await dataLoss.recall(goneOnWith, sync.now());
    void lateCheck?.then((found) => {
      if (found !== null) health.set('storage-damaged', true);
    });
    const config = await withLastGood(vault, await loadConfig(configDir));
    if (config === null) throw new CannotStart(await noCentre(configDir));
    const centreId = config.centre.value.id;
    const refused = await applyConfig(sync, config);
    await keepGood(vault, withoutRefused(config, refused));
    const troubles = [...config.troubles, ...refused];
    await tellStaff(sync, centreId, troubles);
    stops.push(
      await startClockWatch(sync, {
        centreId,
        failed: (error) => logger.error({ err: error }, 'the clock could not be looked at'),
      }),
    );
    const doubt = clockDoubt(sync.time);
    if (doubt !== null) logger.warn(doubt);
    await seedWithMedia(sync, { samples: join(root, 'public', 'media'), mediaDir, centreId });
    // Before anything is served: today's menu and calendar. What it does again at once changes nothing.
    await dailyWork(sync, centreId, vault);
    const stopDaily = startDaily(sync, undefined, {
      centreId,
      vault,
      failed: (error) => logger.error({ err: error }, "the day's work failed; it is tried again"),
    });
    stops.push(stopDaily);
    stops.push(
      startPublishingAtTime(sync, {
        centreId,
        failed: (error) => logger.error({ err: error }, 'menus whose time has come could not be published'),
      }),
    );
    stops.push(
      await startComePasses(sync, {
        centreId,
        passes: await comePassesIn(vault),
        address: options.publicUrl ?? null,
        failed: (error) =>
          logger.error({ err: error }, 'who may sign in by telephone could not be looked at'),
      }),
    );
    const stopNightly = await startNightly({
      database,
      dir: backupsIn(dataDir),
      now: () => sync.now(),
      utcOffsetMinutes: config.centre.value.utcOffsetMinutes,
      failed: (error) => {
        health.saw(error);
        logger.error({ err: error }, "the night's backup failed; it is tried again in an hour");
      },
    });
    stops.push(stopNightly);
    health.ask(['config-fallback'], () => (troubles.length > 0 ? ['config-fallback'] : []));
    health.ask(['clock-unsure'], () => (sync.time.sure ? [] : ['clock-unsure']));
    const tls =
      options.tls === undefined
        ? null
        : new LiveCertificate({ ...options.tls, health, warn: (words) => logger.warn(words) });
    if (tls !== null) stops.push(tls.watch());
    stops.push(
      await startHealthWatch({
        health,
        dataDir,
        mediaDir,
        time: sync.time,
        certificate: () => tls?.pair.cert ?? null,
        probe: () => probe(vault),
      }),
    );
    const hub = await createHub({
      centreId,
      devices: config.devices.map((one) => one.value),
      sync,
      vault,
      logger,
      appDir,
      mediaDir,
      uploadsDir: join(dataDir, 'uploads'),
      freeBytes: options.freeBytes,
      pushService: options.pushService,
      voice: await findVoice(options.voiceDir, logger),
      speechDir: join(dataDir, 'speech'),
      version,
      tls,
      publicUrl: options.publicUrl ?? null,
      health,
      dataLoss,
      operatorToken: options.operatorToken ?? null,
      hosts: options.hosts ?? [],
      configTroubles: troubles,
    });
    stops.push(() => hub.close());
    const port = await hub.listen(options.port, options.host);
    const origin = options.publicUrl ?? `${options.tls === undefined ? 'http' : 'https'}://localhost:${port}`;
    const links = await freshLinks(hub, sync, centreId, origin);
    const renewCertificate = async (): Promise<void> => tls?.look();
    return { hub, sync, port, version, links, troubles, renewCertificate, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

const leftOpen = ([first = '', ...more]: readonly string[]): string =>
  `其他账号能读这里的数据，本账号改不了权限：${first}${more.length > 0 ? ` 等 ${more.length + 1} 处` : ''}。 ` +
  `Other accounts can read data of the centre, and this account may not change that: ${first}` +
  `${more.length > 0 ? ` and ${more.length} more` : ''}. Give the data folder to the account the hub runs under (chown -R).`;

async function noCentre(configDir: string): Promise<string> {
  const { troubles } = await loadConfig(configDir);
  const list = troubles.map(
    ({ file, path, remedy }) => `  ${join(configDir, file)}${path && ` ${path}`}: ${remedy}`,
  );
  return `The centre is not described, and no earlier description is kept:\n${list.join('\n')}`;
}

async function packageJson(): Promise<{ version: string }> {
  return JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
}
