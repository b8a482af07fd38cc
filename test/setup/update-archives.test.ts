import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { tarOf, zipOf } from '../support/archives.ts';
import { InstalledHub } from '../support/installed-hub.ts';

/** Larger than any release of these; what is larger still is no release. */
const MOST_MB = 16;
const BOMB = Buffer.alloc(32 << 20);

/** Whatever is given to a shopkeeper on a stick: a sentence, and the hub runs on. */
describe('npm run update, given an archive', { timeout: 600_000 }, () => {
  let here: InstalledHub;
  let whole: readonly { readonly name: string; readonly content: Buffer }[];
  before(async () => {
    here = await InstalledHub.make();
    here.more = { LELING_UPDATE_MOST_MB: String(MOST_MB) };
    const folder = here.another('1.1.0');
    whole = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => ({ name: `leling/${file.slice(folder.length + 1)}`, content: readFileSync(file) }));
    await here.comesUp();
  });
  after(() => here.dispose());

  const file = (name: string, content: Buffer): string => {
    const path = join(here.dir, name);
    writeFileSync(path, content);
    return path;
  };
  /** One sentence in both languages, beginning with a cross; no stack, no words of another program's. */
  const refused = async (source: string, words: RegExp): Promise<void> => {
    const { code, said } = await here.update(source);
    assert.equal(code, 1, said);
    const lines = said.split('\n').filter((line) => line !== '' && !line.startsWith('· '));
    assert.equal(lines.length, 1, said);
    assert.match(lines[0] ?? '', /^✗ .*[\u4e00-\u9fff].*[a-z]{3}/);
    assert.match(lines[0] ?? '', words);
    assert.equal(await here.answering(), '1.0.0');
    assert.deepEqual(here.kept, []);
  };

  const outside = (): boolean => ['evil', 'home/evil'].some((name) => existsSync(join(here.dir, name)));

  for (const [ending, pack] of [
    ['zip', zipOf],
    ['tar.gz', tarOf],
  ] as const) {
    test(`a .${ending} with a name that climbs out of it writes nothing outside`, async () => {
      const names = ['../evil', `${'../'.repeat(4)}evil`, join(here.dir, 'evil')];
      for (const [n, name] of names.entries()) {
        const archive = pack([...whole, { name, content: 'x' }]);
        await refused(file(`climbs-${n}.${ending}`, archive), /cannot be opened|is missing|leads out/);
        assert.ok(!outside());
      }
    });

    test(`a .${ending} with a link that leads out of it is refused, and nothing is written through it`, async () => {
      const link = { name: 'leling/out', content: here.dir, isLink: true };
      const through = { name: 'leling/out/evil', content: 'x' };
      await refused(file(`link.${ending}`, pack([...whole, link])), /out leads out of it/);
      await refused(file(`through.${ending}`, pack([...whole, link, through])), /cannot be opened|leads out/);
      assert.ok(!outside());
    });

    test(`a .${ending} that swells beyond any release is left off in time`, async () => {
      const archive = pack([...whole, { name: 'leling/bomb', content: BOMB }]);
      await refused(file(`bomb.${ending}`, archive), /more than 16 MB/);
    });

    test(`a .${ending} that was cut on the way is refused, wherever it was cut`, async () => {
      const archive = pack(whole);
      for (const share of [0, 0.02, 0.5, 0.99]) {
        const cut = archive.subarray(0, Math.floor(archive.length * share));
        await refused(file(`cut.${ending}`, cut), /cannot be opened|is missing|is empty/);
      }
    });

    test(`a .${ending} with something else in it is refused`, async () => {
      await refused(file(`photos.${ending}`, pack([{ name: 'a.jpg', content: 'x' }])), /is missing/);
      await refused(file(`none.${ending}`, pack([])), /is missing|cannot be opened/);
    });
  }

  test('what is no archive, or another kind of one, is refused', async () => {
    await refused(file('leling.rar', Buffer.from('Rar!')), /no \.tar\.gz, \.zip or folder/);
    await refused(file('page.zip', Buffer.from('<html>请先登录 Wi-Fi</html>')), /cannot be opened/);
  });

  test('a folder with what is no file, or with a link that leads out, is refused', async () => {
    const folder = here.another('1.1.0');
    symlinkSync('/etc', join(folder, 'out'));
    await refused(folder, /out leads out of it/);
    const piped = here.another('1.1.0');
    mkdirSync(join(piped, 'deep'));
    execFileSync('mkfifo', [join(piped, 'deep', 'pipe')]);
    await refused(piped, /deep\/pipe/);
  });

  test('where no release can be put, it says so', async () => {
    const full = await InstalledHub.make();
    try {
      writeFileSync(join(full.home, 'releases'), '');
      const { code, said } = await full.update(full.another('1.1.0'));
      assert.equal(code, 1);
      assert.match(said, /^\n?✗ 新版本放不下.*The release cannot be put here/);
      assert.doesNotMatch(said, /^\s+at /m);
    } finally {
      await full.dispose();
    }
  });

  test('whole ones are tried, the same version too, and one that is older than the database is taken back', async () => {
    const same = file('same.zip', zipOf(whole));
    const first = await here.update(same);
    assert.equal(first.code, 0, first.said);
    const again = await here.update(same);
    assert.equal(again.code, 0, again.said);
    assert.match(again.said, /1\.1\.0 is what runs already/);
    const newer = await here.update(here.another('1.2.0', { schema: 2 }));
    assert.equal(newer.code, 0, newer.said);
    const older = await here.update(file('older.tar.gz', tarOf(whole)));
    assert.equal(older.code, 1);
    assert.match(older.said, /the database is newer than this program/);
    assert.match(older.said, /已经换回原来的版本，数据都在/);
    assert.deepEqual(here.database, { schema: 2, members: 320 });
    assert.equal(await here.starts(), '1.2.0');
  });
});
