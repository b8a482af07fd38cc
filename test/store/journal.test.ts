import { expect } from 'chai';
import { id } from '../../src/kernel/ids.ts';
import type { Journal } from '../../src/protocol/client/ports.ts';
import type { WireMutation } from '../../src/protocol/wire/wire.ts';
import { CacheJournal } from '../../src/store/journal/cache-journal.ts';
import { decodeFrames, encodeFrames } from '../../src/store/journal/frames.ts';
import { openJournal } from '../../src/store/journal/open-journal.ts';
import { OpfsJournal } from '../../src/store/journal/opfs-journal.ts';

const mutation = (seq: number): WireMutation => ({
  mid: id(`mid-${seq}`),
  seq,
  prev: seq === 1 ? null : id(`mid-${seq - 1}`),
  name: 'checkin.claim',
  v: 1,
  args: { member: '王*兰' },
  deviceTime: 1_770_000_000_000,
  timeQuality: 'carried',
  age: null,
});

const midsIn = async (journal: Journal): Promise<readonly string[]> =>
  (await journal.readAll()).map((one) => one.mid).sort();

const kinds: readonly (readonly [string, (name: string) => Promise<Journal & { close?(): void }>])[] = [
  ['OPFS', (name) => OpfsJournal.open(name)],
  ['Cache Storage', async (name) => new CacheJournal(name)],
];

for (const [where, open] of kinds) {
  describe(`the journal in ${where}`, () => {
    let name: string;
    beforeEach(() => {
      name = `test${Math.random()}`;
    });

    it('gives back, after the page is gone, every check-in it had promised to keep', async () => {
      const first = await open(name);
      await first.append([mutation(1), mutation(2)]);
      await first.append([mutation(3)]);
      first.close?.();
      const second = await open(name);
      expect(await second.readAll()).to.have.deep.members([mutation(1), mutation(2), mutation(3)]);
      second.close?.();
    });

    it('forgets what the hub has made safe and keeps the rest', async () => {
      const journal = await open(name);
      await journal.append([mutation(1), mutation(2), mutation(3)]);
      await journal.forget(['mid-1', 'mid-3', 'never-there']);
      expect(await midsIn(journal)).to.deep.equal(['mid-2']);
      await journal.forget(['mid-2']);
      expect(await midsIn(journal)).to.deep.equal([]);
      journal.close?.();
    });

    it('keeps a mutation chained anew in place of the same one as it was', async () => {
      const journal = await open(name);
      await journal.append([mutation(7)]);
      await journal.append([{ ...mutation(7), seq: 1, prev: null }]);
      const all = await journal.readAll();
      expect(all.map((one) => [one.mid, one.seq])).to.deep.equal([['mid-7', 1]]);
      journal.close?.();
    });

    it('shows one tab what another, still open, has written', async () => {
      const one = await open(name);
      const other = await open(name);
      await one.append([mutation(1)]);
      await other.append([mutation(2)]);
      expect(await midsIn(one)).to.deep.equal(['mid-1', 'mid-2']);
      expect(await midsIn(other)).to.deep.equal(['mid-1', 'mid-2']);
      one.close?.();
      other.close?.();
    });
  });
}

describe('the files of the journal', () => {
  const folderOf = async (name: string): Promise<FileSystemDirectoryHandle> => {
    const root = await navigator.storage.getDirectory();
    return root.getDirectoryHandle(`${name}_journal`.replace(/[^\w-]/g, '_'));
  };
  const filesOf = async (name: string): Promise<readonly string[]> => {
    const names: string[] = [];
    for await (const file of (await folderOf(name)).keys()) names.push(file);
    return names;
  };

  /** Waits until the engine has let the files of an ended worker go: only then can anybody else write to them. */
  const letGo = async (name: string): Promise<void> => {
    const folder = await folderOf(name);
    for (const file of await filesOf(name)) {
      const handle = await folder.getFileHandle(file);
      let writer: FileSystemWritableFileStream | null = null;
      while (writer === null) {
        writer = await handle.createWritable({ keepExistingData: true }).catch(() => null);
        if (writer === null) await new Promise((resolve) => requestAnimationFrame(resolve));
      }
      await writer.abort();
    }
  };

  it('do not grow in number with every start of the device', async () => {
    const name = `test${Math.random()}`;
    for (let start = 1; start <= 4; start += 1) {
      const journal = await OpfsJournal.open(name);
      await journal.append([mutation(start)]);
      expect(await midsIn(journal)).to.have.length(start);
      journal.close();
      await letGo(name);
    }
    expect(await filesOf(name)).to.have.length(1);
  });

  it('are emptied once all they held is safe', async () => {
    const name = `test${Math.random()}`;
    const journal = await OpfsJournal.open(name);
    await journal.append([mutation(1)]);
    await journal.forget(['mid-1']);
    const root = await navigator.storage.getDirectory();
    const folder = await root.getDirectoryHandle(`${name}_journal`.replace(/[^\w-]/g, '_'));
    const [only = ''] = await filesOf(name);
    expect((await (await folder.getFileHandle(only)).getFile()).size).to.equal(0);
    journal.close();
  });
});

describe('a journal file after a power cut', () => {
  const texts = ['{"mid":"a"}', '{"mid":"番茄"}', '{"mid":"c"}'];
  const whole = encodeFrames(texts);

  it('is read whole when it is whole', () => {
    expect(decodeFrames(whole)).to.deep.equal({ texts, goodBytes: whole.length });
  });

  it('keeps all before the torn frame, wherever the tear is', () => {
    const twoFrames = encodeFrames(texts.slice(0, 2)).length;
    for (let cut = twoFrames; cut < whole.length; cut += 1) {
      expect(decodeFrames(whole.subarray(0, cut)).texts).to.deep.equal(texts.slice(0, 2));
    }
  });

  it('does not take a flipped bit for a mutation', () => {
    const damaged = whole.slice();
    const last = damaged.length - 1;
    damaged[last] = (damaged[last] ?? 0) ^ 1;
    expect(decodeFrames(damaged).texts).to.deep.equal(texts.slice(0, 2));
  });

  it('is not led astray by a length that a torn write left as noise', () => {
    const noise = new Uint8Array([...whole, 0xff, 0xff, 0xff, 0x7f, 1, 2, 3, 4, 5]);
    expect(decodeFrames(noise).texts).to.deep.equal(texts);
  });

  it('is opened with its damaged tail left out', async () => {
    const name = `test${Math.random()}`;
    const folder = await (
      await navigator.storage.getDirectory()
    ).getDirectoryHandle(`${name}_journal`.replace(/[^\w-]/g, '_'), {
      create: true,
    });
    const file = await (await folder.getFileHandle('left-by-a-dead-tab', { create: true })).createWritable();
    const entries = [mutation(1), mutation(2)].map((one) =>
      JSON.stringify({ mid: one.mid, text: JSON.stringify(one) }),
    );
    const bytes = encodeFrames(entries);
    await file.write(bytes.subarray(0, bytes.length - 3));
    await file.close();
    const journal = await OpfsJournal.open(name);
    expect(await midsIn(journal)).to.deep.equal(['mid-1']);
    journal.close();
  });
});

describe('an engine that gains OPFS by an update', () => {
  it('still finds what the journal had kept in Cache Storage', async () => {
    const name = `test${Math.random()}`;
    await new CacheJournal(name).append([mutation(1)]);
    const journal = await openJournal(name);
    expect(journal).to.be.instanceOf(OpfsJournal);
    expect(await midsIn(journal)).to.deep.equal(['mid-1']);
    expect(await caches.has(`${name}:journal`)).to.equal(false);
  });
});
