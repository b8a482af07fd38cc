import assert from 'node:assert/strict';
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, afterEach, beforeEach, describe, it } from 'node:test';
import Database from 'better-sqlite3';
import type { Page } from 'playwright-core';
import { centreWhereItIs } from '../support/centre-at.ts';
import { cameToday, findByTail, loneTails, settled, signIn } from '../support/elders.ts';
import { Profile } from '../support/faces.ts';
import { startHub, type HubProcess } from '../support/hub.ts';

/** Folders of a profile that are replaced by a file: nothing can be opened or made in them. */
const block = (profile: Profile, ...names: readonly string[]): void => {
  for (const name of names) {
    const folder = join(profile.folder, 'Default', name);
    rmSync(folder, { recursive: true, force: true });
    writeFileSync(folder, '');
  }
};

/** Runs in a page: Chromium makes its folders anew where it may, and a disk that lets nothing be made refuses like this. */
const refuseDatabases = (): void => {
  IDBFactory.prototype.open = () => {
    throw new DOMException('Internal error opening backing store', 'UnknownError');
  };
};

/** The folders of a profile's IndexedDB, wherever this engine keeps buckets. */
const databases = (profile: Profile): readonly string[] => {
  const base = join(profile.folder, 'Default');
  return ['WebStorage', 'IndexedDB']
    .map((name) => join(base, name))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path)),
    )
    .filter((path) => path.endsWith('.leveldb'));
};

/** What became of the disk of a kiosk while it was switched off; what an elder and the hub see of it afterwards. */
describe('a kiosk whose profile is damaged', { timeout: 240_000 }, () => {
  const config = centreWhereItIs(10, 35);
  const [first = '', second = ''] = loneTails(2);
  let profile: Profile;
  let hub: HubProcess;
  let kiosk: Page;

  beforeEach(async () => {
    profile = new Profile();
    hub = await startHub({ env: { LELING_CONFIG: config.folder } });
    await profile.open();
    assert.ok(hub.links.kiosk);
    kiosk = await profile.face('kiosk', hub.links.kiosk);
    await kiosk.getByRole('button', { name: '我来签到' }).waitFor();
    await profile.keptOffline(kiosk);
  });
  afterEach(async () => {
    await profile.dispose();
    await hub.dispose();
  });
  after(() => config.remove());

  const coldStart = async (prepare: () => void = () => undefined): Promise<void> => {
    await profile.open();
    await profile.browser.addInitScript(prepare);
    kiosk = await profile.face('kiosk', `${hub.url}/kiosk`);
  };

  /** How often the hub has written down a check-in, whoever's. */
  const claims = (): number => {
    const database = new Database(join(hub.dataDir, 'hub.sqlite'), { readonly: true });
    const row: unknown = database
      .prepare("select count(*) as n from mutation where name = 'checkin.claim'")
      .get();
    database.close();
    return (row as { n: number }).n;
  };

  it('with its database damaged and the hub away starts, knows that it does not know, and sends what the journal kept, once', async () => {
    await hub.kill();
    await signIn(kiosk, first);
    await profile.close();
    for (const folder of databases(profile))
      for (const file of readdirSync(folder)) if (file.startsWith('MANIFEST')) rmSync(join(folder, file));
    await coldStart();
    await kiosk.getByText('今天的饭菜和活动还看不到').waitFor();
    await hub.restart();
    await kiosk.getByRole('button', { name: '我来签到' }).waitFor();
    await signIn(kiosk, second);
    assert.equal(await cameToday(kiosk), 2);
    assert.equal(claims(), 2);
  });

  it('with database and journal gone and the hub away says no false word, and fills by itself', async () => {
    await hub.kill();
    await profile.close();
    for (const folder of databases(profile)) rmSync(folder, { recursive: true });
    rmSync(join(profile.folder, 'Default', 'File System'), { recursive: true });
    await coldStart();
    await kiosk.getByText('今天的饭菜和活动还看不到').waitFor();
    await hub.restart();
    await kiosk.getByRole('button', { name: '我来签到' }).waitFor();
  });

  it('that can keep nothing at all goes on, and gives a check mark only where the hub has it', async () => {
    await profile.close();
    block(profile, 'WebStorage', 'IndexedDB', 'File System', 'Service Worker');
    await coldStart(refuseDatabases);
    await kiosk.getByRole('button', { name: '我来签到' }).waitFor();
    await signIn(kiosk, first);
    assert.equal(claims(), 1);
    await hub.kill();
    await findByTail(kiosk, second);
    await settled(kiosk);
    await kiosk.locator('ll-pages.names').getByRole('button').first().click();
    await kiosk.getByText('还不敢说记下了').waitFor();
    const healed = await kiosk.evaluate(() => localStorage.getItem('leling:healed'));
    assert.match(healed ?? '', /store-in-memory/);
  });
});
