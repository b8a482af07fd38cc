import { expect } from 'chai';
import { id } from '../../src/kernel/ids.ts';
import type { Journal } from '../../src/protocol/client/ports.ts';
import type { WireMutation } from '../../src/protocol/wire/wire.ts';
import { CacheJournal } from '../../src/store/journal/cache-journal.ts';
import { encodeFrames } from '../../src/store/journal/files/frames.ts';
import { clearForgotten } from '../../src/store/journal/clear-forgotten.ts';
import { JournalOnDemand } from '../../src/store/journal/journal-on-demand.ts';
import { wasWritten } from '../../src/store/journal/places.ts';
import { openJournal } from '../../src/store/journal/open-journal.ts';
import { OpfsJournal } from '../../src/store/journal/opfs-journal.ts';
import { filesOf, folderOf, letGo, nobodyIsLate } from '../support/journal-files.ts';

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

/** A worker has the time that a busy machine needs to load and answer: none of these is given up for another. */
const patient = { patienceMs: 90_000 };

const kinds: readonly (readonly [string, (name: string) => Promise<Journal & { close?(): void }>])[] = [
  ['OPFS', (name) => OpfsJournal.open(name, patient)],
  ['Cache Storage', async (name) => new CacheJournal(name)],
];

const bytesOf = async (name: string): Promise<number> => {
  const folder = await folderOf(name);
  const sizes = (await filesOf(name)).map(
    async (file) => (await (await folder.getFileHandle(file)).getFile()).size,
  );
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
};

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

    it('has forgotten it after the page is gone too', async () => {
      const first = await open(name);
      await first.append([1, 2, 3, 4, 5].map(mutation));
      await first.forget(['mid-1', 'mid-2']);
      first.close?.();
      const second = await open(name);
      expect(await midsIn(second)).to.deep.equal(['mid-3', 'mid-4', 'mid-5']);
      second.close?.();
    });

    it('forgets what another page, still open, has written', async () => {
      const one = await open(name);
      const other = await open(name);
      await one.append([1, 2, 3].map(mutation));
      await other.forget(['mid-1']);
      expect(await midsIn(one)).to.deep.equal(['mid-2', 'mid-3']);
      one.close?.();
      other.close?.();
      const next = await open(name);
      expect(await midsIn(next)).to.deep.equal(['mid-2', 'mid-3']);
      next.close?.();
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
  it('do not grow in number with every start of the device', async () => {
    const name = `test${Math.random()}`;
    for (let start = 1; start <= 4; start += 1) {
      const journal = await OpfsJournal.open(name, patient);
      await journal.append([mutation(start)]);
      expect(await midsIn(journal)).to.have.length(start);
      journal.close();
      await letGo(name);
    }
    // The one in use, and an empty one that lies ready.
    expect(await filesOf(name)).to.have.length(2);
  });

  it('are emptied once all they held is safe', async () => {
    const name = `test${Math.random()}`;
    const journal = await OpfsJournal.open(name, patient);
    await journal.append([mutation(1)]);
    await journal.forget(['mid-1']);
    expect(await bytesOf(name)).to.equal(0);
    journal.close();
  });
});

describe('signing out', () => {
  it('leaves no argument of what is safe readable, in the files of whichever page', async () => {
    const name = `test${Math.random()}`;
    const one = await OpfsJournal.open(name, patient);
    const other = await OpfsJournal.open(name, patient);
    await one.append([1, 2, 3, 4].map(mutation));
    await other.append([{ ...mutation(5), args: { member: '李大爷' } }, mutation(6), mutation(7)]);
    await one.forget(['mid-5']);
    const hurryAgain = nobodyIsLate();
    expect(await clearForgotten(name, ['mid-6']).finally(hurryAgain)).to.equal(true);
    const folder = await folderOf(name);
    const files = await Promise.all(
      (await filesOf(name)).map(async (file) => (await (await folder.getFileHandle(file)).getFile()).text()),
    );
    expect(files.join()).not.to.contain('李大爷');
    expect(await midsIn(one)).to.deep.equal(['mid-1', 'mid-2', 'mid-3', 'mid-4', 'mid-7']);
    one.close();
    other.close();
  });
});

describe('a journal file after a power cut', () => {
  it('is opened with its damaged tail left out', async () => {
    const name = `test${Math.random()}`;
    const folder = await folderOf(name);
    const file = await (await folder.getFileHandle('left-by-a-dead-tab', { create: true })).createWritable();
    const entries = [mutation(1), mutation(2)].map((one) =>
      JSON.stringify({ mid: one.mid, text: JSON.stringify(one) }),
    );
    const bytes = encodeFrames(entries);
    await file.write(bytes.subarray(0, bytes.length - 3));
    await file.close();
    const journal = await OpfsJournal.open(name, patient);
    expect(await midsIn(journal)).to.deep.equal(['mid-1']);
    journal.close();
  });
});

describe('a journal of the first release', () => {
  it('is read, and what is forgotten of it stays forgotten after the page is gone', async () => {
    const name = `test${Math.random()}`;
    const folder = await folderOf(name);
    const file = await (await folder.getFileHandle('of-the-old-build', { create: true })).createWritable();
    const entries = [1, 2, 3, 4, 5].map((seq) =>
      JSON.stringify({ mid: `mid-${seq}`, text: JSON.stringify(mutation(seq)) }),
    );
    await file.write(encodeFrames(entries));
    await file.close();
    const first = await OpfsJournal.open(name, patient);
    expect(await midsIn(first)).to.have.length(5);
    await first.forget(['mid-1', 'mid-2']);
    first.close();
    const second = await OpfsJournal.open(name, patient);
    expect(await midsIn(second)).to.deep.equal(['mid-3', 'mid-4', 'mid-5']);
    second.close();
  });
});

describe('a journal worker', () => {
  const real = (): Worker =>
    new Worker(new URL('../../src/store/journal/journal-worker.ts', import.meta.url), { type: 'module' });
  const of = (script: string): Worker => new Worker(URL.createObjectURL(new Blob([script])));
  /** The first workers are the given ones, the later ones the product's own. */
  const workers = (...first: readonly (() => Worker)[]) => {
    const left = [...first];
    return () => (left.shift() ?? real)();
  };

  it('that says nothing is replaced, and the check-in is kept all the same', async () => {
    const name = `test${Math.random()}`;
    const setTimer = window.setTimeout;
    const patienceMs = 12_345;
    // Only the one that says nothing is given up so soon.
    Object.assign(window, {
      setTimeout: (run: () => void, ms = 0): number => setTimer(run, ms === patienceMs ? 100 : ms),
    });
    const unhurried = (): Worker => {
      Object.assign(window, { setTimeout: setTimer });
      return real();
    };
    try {
      const make = workers(() => of('onmessage = () => undefined'), unhurried);
      const journal = await OpfsJournal.open(name, { make, patienceMs });
      await journal.append([mutation(1)]);
      expect(await midsIn(journal)).to.deep.equal(['mid-1']);
      journal.close();
    } finally {
      Object.assign(window, { setTimeout: setTimer });
    }
  });

  it('that dies in the middle of its work is replaced, and asked again', async () => {
    const name = `test${Math.random()}`;
    // It opens, and dies of the first thing it is to keep.
    const dying = `onmessage = ({ data }) => {
      if (data.type === 'append' && data.entries.length > 0) throw new Error('out of memory');
      postMessage({ id: data.id, ok: true, value: { texts: [], clean: true } });
    }`;
    const journal = await OpfsJournal.open(name, { ...patient, make: workers(() => of(dying)) });
    await Promise.all([journal.append([mutation(1)]), journal.append([mutation(2)])]);
    expect(await midsIn(journal)).to.deep.equal(['mid-1', 'mid-2']);
    journal.close();
  });

  it('that cannot be had ends the patience: the journal says no, and Cache Storage takes its place', async () => {
    const name = `test${Math.random()}`;
    const make = (): Worker => of('onmessage = () => undefined');
    const journal = await openJournal(name, { make, patienceMs: 20 });
    expect(journal).to.be.instanceOf(CacheJournal);
    await journal.append([mutation(1)]);
    expect(await midsIn(journal)).to.deep.equal(['mid-1']);
  });

  it('that fails now and then fails only what it was asked then', async () => {
    const name = `test${Math.random()}`;
    const full = `onmessage = ({ data }) => postMessage(data.type === 'append' && data.entries.length > 0
      ? { id: data.id, ok: false, reason: 'no room' }
      : { id: data.id, ok: true, value: { texts: [], clean: true } })`;
    const journal = await OpfsJournal.open(name, { ...patient, make: () => of(full) });
    const refused = await journal.append([mutation(1)]).then(
      () => 'kept',
      (error: Error) => error.message,
    );
    expect(refused).to.equal('no room');
    expect(await midsIn(journal)).to.deep.equal([]);
    journal.close();
  });
});

describe('a page that has never written anything', () => {
  it('loads no journal to read it, and reads what it has written since', async () => {
    const name = `test${Math.random()}`;
    let opened = 0;
    const open = (): JournalOnDemand =>
      new JournalOnDemand(
        () => {
          opened += 1;
          return openJournal(name, patient);
        },
        () => wasWritten(name),
      );
    const first = open();
    expect(await first.readAll()).to.deep.equal([]);
    expect(opened).to.equal(0);
    await first.append([mutation(1)]);
    expect(await midsIn(open())).to.deep.equal(['mid-1']);
  });

  it('has its journal ready before the network goes: an elder’s first ✓ would wait for the hub', async () => {
    let networkIsThere = true;
    const journal = new JournalOnDemand(
      async () => {
        if (!networkIsThere) throw new TypeError('Failed to fetch dynamically imported module');
        return openJournal(`test${Math.random()}`, patient);
      },
      async () => false,
    );
    await journal.prepare();
    networkIsThere = false;
    await journal.append([mutation(1)]);
    expect(await midsIn(journal)).to.deep.equal(['mid-1']);
  });
});

describe('an engine that gains OPFS by an update', () => {
  it('still finds what the journal had kept in Cache Storage', async () => {
    const name = `test${Math.random()}`;
    await new CacheJournal(name).append([mutation(1)]);
    const journal = await openJournal(name, patient);
    expect(journal).to.be.instanceOf(OpfsJournal);
    expect(await midsIn(journal)).to.deep.equal(['mid-1']);
    expect(await caches.has(`${name}:journal`)).to.equal(false);
  });
});

describe('what was forgotten while OPFS could not be had', () => {
  it('does not come back from there', async () => {
    const name = `test${Math.random()}`;
    const before = await OpfsJournal.open(name, patient);
    await before.append([mutation(1), mutation(2)]);
    before.close();
    await letGo(name);
    const meanwhile = await openJournal(name, {
      make: () => new Worker(URL.createObjectURL(new Blob(['throw new Error("broken")']))),
      patienceMs: 500,
    });
    expect(meanwhile).to.be.instanceOf(CacheJournal);
    await meanwhile.append([mutation(1), mutation(3)]);
    await meanwhile.forget(['mid-1']);
    const after = await openJournal(name, patient);
    expect(after).to.be.instanceOf(OpfsJournal);
    expect(await midsIn(after)).to.deep.equal(['mid-2', 'mid-3']);
  });
});
