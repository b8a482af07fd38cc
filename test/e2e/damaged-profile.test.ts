import assert from 'node:assert/strict';
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { findByTail, loneTails, settled } from '../support/elders.ts';
import { until } from '../support/until.ts';
import { Lobby } from '../faults/lobby.ts';

/** Folders of a profile that are replaced by a file: nothing can be opened or made in them. */
const block = (profile: string, ...names: readonly string[]): void => {
  for (const name of names) {
    const folder = join(profile, 'Default', name);
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

/** Runs in a page: deletes each store of the profile, as a browser does that clears its data. */
async function loseDatabases(): Promise<void> {
  for (const name of (await navigator.storageBuckets?.keys()) ?? []) {
    const bucket = await navigator.storageBuckets?.open(name, { durability: 'strict', persisted: true });
    if (bucket === undefined) continue;
    await new Promise((resolve) => {
      const asked = bucket.indexedDB.deleteDatabase('leling:lobby-kiosk:device');
      asked.onsuccess = asked.onerror = resolve;
    });
  }
}

/** Runs in a page: takes all out of its store, without a word to whoever has it open. */
async function emptyDatabases(): Promise<void> {
  const bucket = await navigator.storageBuckets?.open('leling', { durability: 'strict', persisted: true });
  await new Promise((resolve) => {
    const asked = bucket?.indexedDB.open('leling:lobby-kiosk:device');
    if (asked === undefined) return;
    asked.onsuccess = () => {
      const names = [...asked.result.objectStoreNames];
      const tx = asked.result.transaction(names, 'readwrite');
      for (const name of names) tx.objectStore(name).clear();
      tx.oncomplete = () => {
        asked.result.close();
        resolve(true);
      };
    };
  });
}

/** Runs in a page: whether its store has rows. */
async function holdsRows(): Promise<boolean> {
  const bucket = await navigator.storageBuckets?.open('leling', { durability: 'strict', persisted: true });
  return new Promise((resolve) => {
    const asked = bucket?.indexedDB.open('leling:lobby-kiosk:device');
    if (asked === undefined) return;
    asked.onsuccess = () => {
      const counted = asked.result.transaction('base').objectStore('base').count();
      counted.onsuccess = () => {
        asked.result.close();
        resolve(counted.result > 0);
      };
    };
  });
}

/** The folders of a profile's databases, wherever this engine keeps buckets. */
const databases = (profile: string): readonly string[] =>
  ['WebStorage', 'IndexedDB']
    .map((name) => join(profile, 'Default', name))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path)),
    )
    .filter((path) => path.endsWith('.leveldb'));

/**
 * What became of the disk of a kiosk while it was switched off; what an elder and the hub see of it afterwards. Its
 * other damages are among the faults.
 */
describe('a kiosk whose profile is damaged', { timeout: 600_000 }, () => {
  let lobby: Lobby;
  before(async () => {
    lobby = await Lobby.open();
  });
  after(() => lobby.dispose());

  it('that loses its database under the running page keeps its ways, takes nothing for none, and shows all again without a reload', async () => {
    const { kiosk } = lobby;
    const same = await kiosk.evaluate(() => (document.title = 'the page as it was'));
    await lobby.hub.kill();
    await kiosk.evaluate(loseDatabases);
    await kiosk.getByText('今天的饭菜和活动还看不到').waitFor();
    await kiosk.getByRole('button', { name: '吃饭' }).click();
    await kiosk.getByText('这里的内容还没取来').waitFor();
    assert.equal(await kiosk.getByText('这几天不开饭').count(), 0);
    await lobby.hub.restart();
    await kiosk.getByText('五花肉烩苋菜').first().waitFor();
    await kiosk.getByRole('button', { name: '首页' }).click();
    await kiosk.getByRole('button', { name: '我来签到' }).waitFor();
    assert.equal(await kiosk.title(), same);
  });

  it('whose store is emptied under the running page finds out by itself, and is filled again', async () => {
    const { kiosk } = lobby;
    await kiosk.evaluate(emptyDatabases);
    await until(() => kiosk.evaluate(holdsRows));
    await kiosk.getByText('五花肉烩苋菜').first().waitFor();
  });

  it('with its database damaged and the hub away starts, knows that it does not know, and sends what the journal kept, once', async () => {
    await lobby.hub.kill();
    await lobby.checkIn();
    await lobby.close();
    for (const folder of databases(lobby.profile.folder))
      for (const file of readdirSync(folder)) if (file.startsWith('MANIFEST')) rmSync(join(folder, file));
    await lobby.comeBack({ lacksRows: true });
    await lobby.kiosk.getByText('今天的饭菜和活动还看不到').waitFor();
    await lobby.hub.restart();
    await lobby.getOver();
    const { lost, doubled, untrue } = await lobby.settle();
    assert.deepEqual({ lost, doubled, untrue }, { lost: 0, doubled: 0, untrue: [] });
  });

  it('with its database gone and the copy of what was unsent with it says what came back, and what nobody can know', async () => {
    await lobby.close();
    for (const name of ['WebStorage', 'IndexedDB', 'File System'])
      rmSync(join(lobby.profile.folder, 'Default', name), { recursive: true, force: true });
    await lobby.comeBack();
    await lobby.checkIn();
    const healed = await until(async () => {
      const noted = await lobby.kiosk.evaluate(() => localStorage.getItem('leling:healed') ?? '');
      return noted.includes('all-emptied') && noted;
    });
    assert.doesNotMatch(healed, /store-emptied/, 'its words would say that what was unsent is back');
    const page = await lobby.profile.browser.newPage();
    await page.goto(`${lobby.hub.url}/self-check`);
    await page.getByText(/内容已经从主机重新取来；那时有没有记录没发出去、有几条，没法知道/).waitFor();
    await page.getByText('请告诉管理员：那前后的签到可能少了几条。').waitFor();
    await page.close();
  });

  it('that can keep nothing at all goes on, and gives a check mark only where the hub has it', async () => {
    await lobby.close();
    block(lobby.profile.folder, 'WebStorage', 'IndexedDB', 'File System', 'Service Worker');
    await lobby.comeBack({ prepare: refuseDatabases });
    const { lost, doubled, untrue } = await lobby.settle();
    assert.deepEqual({ lost, doubled, untrue }, { lost: 0, doubled: 0, untrue: [] });
    await lobby.hub.kill();
    const { kiosk } = lobby;
    await findByTail(kiosk, loneTails(40).at(-1) ?? '');
    await settled(kiosk);
    await kiosk.locator('ll-pages.names').getByRole('button').first().click();
    await kiosk.getByText('还不敢说记下了').waitFor();
    await kiosk.waitForFunction(() => /store-in-memory/.test(localStorage.getItem('leling:healed') ?? ''));
  });
});
