import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { entryFrames } from '../../src/store/journal/files/contents.ts';
import { FileJournal } from '../../src/store/journal/files/file-journal.ts';
import { decodeFrames, encodeFrames } from '../../src/store/journal/files/frames.ts';
import { JournalDisk, SimFolder, type FilesTamper } from './journal-disk.ts';
import { Life } from './life.ts';
import { Chance } from './random.ts';
import { VirtualTime } from './virtual-time.ts';

const MINUTE = 60_000;

/** A machine with a journal on its disk, and the pages that come and go on it. */
class Machine {
  readonly time = new VirtualTime(0);
  readonly chance = new Chance(7);
  readonly disk = new JournalDisk();
  full = false;
  tamper: FilesTamper = {};

  /** Opens the journal in a page of its own. */
  async page(crashAfter?: number): Promise<{ readonly journal: FileJournal; readonly life: Life }> {
    const life = new Life(this.time, () => 0);
    const crashed = new Promise<never>((_, reject) => {
      if (crashAfter !== undefined) life.crashAfter(crashAfter, () => reject(new Error('crashed')));
    });
    crashed.catch(() => undefined);
    this.#crashed = crashed;
    const folder = new SimFolder(this.disk, life, {
      time: this.time,
      chance: this.chance,
      full: () => this.full,
      tamper: this.tamper,
    });
    const timers = {
      after: (ms: number, run: () => void) => this.time.after(ms, () => (life.over ? undefined : run())),
    };
    return { journal: await this.orCrash(FileJournal.open(folder, timers)), life };
  }

  /** Rejects when the page dies over it. */
  orCrash<T>(work: Promise<T>): Promise<T> {
    return Promise.race([work, this.#crashed]);
  }

  #crashed: Promise<never> = new Promise(() => undefined);

  async pass(ms: number): Promise<void> {
    await this.time.runUntil(this.time.now + ms);
  }

  /** Whether a text can be read anywhere on the disk. */
  shows(text: string): boolean {
    return [...this.disk.files.values()].some(({ seen }) => Buffer.from(seen).includes(text));
  }
}

const entry = (mid: string, text = `text of ${mid}`) => ({ mid, text });
const entries = (...mids: readonly string[]) => mids.map((mid) => entry(mid));
const texts = (...mids: readonly string[]) => mids.map((mid) => `text of ${mid}`);
const inIt = async (journal: FileJournal): Promise<readonly string[]> =>
  [...(await journal.readAll())].sort();

describe('what the hub has made safe', () => {
  it('stays forgotten after a power cut, while other things still wait', async () => {
    const machine = new Machine();
    const { journal, life } = await machine.page();
    await journal.append(entries('a', 'b', 'c', 'd', 'e'));
    await journal.forget(['a', 'b']);
    life.end();
    machine.disk.crash(machine.chance);
    assert.deepEqual(await inIt((await machine.page()).journal), texts('c', 'd', 'e'));
  });

  it('is not readable on the disk a minute later, whatever else waits', async () => {
    const machine = new Machine();
    const { journal } = await machine.page();
    await journal.append([entry('a', 'Wang Xiulan'), ...entries('b', 'c', 'd')]);
    await journal.forget(['a']);
    assert.ok(machine.shows('Wang Xiulan'));
    await machine.pass(MINUTE);
    assert.ok(!machine.shows('Wang Xiulan'));
    assert.deepEqual(await inIt(journal), texts('b', 'c', 'd'));
  });

  it('leaves nothing on the disk when all is safe', async () => {
    const machine = new Machine();
    const { journal } = await machine.page();
    await journal.append(entries('a', 'b'));
    await journal.forget(['a', 'b']);
    assert.equal(machine.disk.bytes, 0);
  });

  it('is not readable after the next start, when the page that forgot it is gone', async () => {
    const machine = new Machine();
    const { journal, life } = await machine.page();
    await journal.append([entry('a', 'Wang Xiulan'), ...entries('b', 'c', 'd')]);
    await journal.forget(['a']);
    life.end();
    await machine.page();
    assert.ok(!machine.shows('Wang Xiulan'));
  });

  it('is forgotten on a full disk too: there is room once it goes', async () => {
    const machine = new Machine();
    const { journal, life } = await machine.page();
    await journal.append(entries('a', 'b'));
    machine.full = true;
    await journal.forget(['a', 'b']);
    life.end();
    machine.disk.crash(machine.chance);
    machine.full = false;
    assert.deepEqual(await inIt((await machine.page()).journal), []);
  });

  it('does not come back when a full disk takes neither the word nor a new file, and is told again', async () => {
    const machine = new Machine();
    const { journal } = await machine.page();
    await journal.append(entries('a', 'b'));
    machine.full = true;
    await assert.rejects(journal.forget(['a']));
    assert.deepEqual(await inIt(journal), texts('a', 'b'));
    machine.full = false;
    await journal.forget(['a']);
    assert.deepEqual(await inIt(journal), texts('b'));
  });
});

describe('two pages of one person', () => {
  it('see what the other has written, and forget what lies in the file of the other', async () => {
    const machine = new Machine();
    const [one, other] = [(await machine.page()).journal, (await machine.page()).journal];
    await one.append(entries('a', 'b'));
    await other.append(entries('c'));
    assert.deepEqual(await inIt(other), texts('a', 'b', 'c'));
    await other.forget(['a']);
    assert.deepEqual(await inIt(one), texts('b', 'c'));
  });

  it('have nothing forgotten in their files ten minutes later, though one has not heard of it', async () => {
    const machine = new Machine();
    const deaf = await machine.page();
    machine.disk.listeners.delete(deaf.life);
    const { journal: other } = await machine.page();
    await deaf.journal.append([entry('a', 'Wang Xiulan'), entry('b')]);
    await other.forget(['a']);
    await machine.pass(10 * MINUTE);
    assert.ok(!machine.shows('Wang Xiulan'));
    await machine.pass(10 * MINUTE);
    assert.ok(!machine.shows('"a"'), 'not even its mid is kept once no file has it');
    assert.deepEqual(await inIt(deaf.journal), texts('b'));
  });

  it('leave to the next what they forgot of each other, in whatever order they end', async () => {
    for (const first of [0, 1]) {
      const machine = new Machine();
      const pages = [await machine.page(), await machine.page()] as const;
      await pages[0].journal.append(entries('a', 'b', 'c'));
      await pages[1].journal.forget(['a']);
      pages[first as 0 | 1].life.end();
      const { journal, life } = await machine.page();
      assert.deepEqual(await inIt(journal), texts('b', 'c'));
      pages[first === 0 ? 1 : 0].life.end();
      life.end();
      const last = await machine.page();
      assert.deepEqual(await inIt(last.journal), texts('b', 'c'));
      await last.journal.forget(['b', 'c']);
      await machine.pass(10 * MINUTE);
      assert.equal(machine.disk.bytes, 0);
    }
  });

  it('open while the other hangs in the middle of tidying', async () => {
    const machine = new Machine();
    const hanging = new Life(machine.time, () => 0);
    void machine.disk.alone(hanging, machine.time, 0, () => new Promise(() => undefined));
    const opened = machine.page();
    await machine.pass(MINUTE);
    const { journal } = await opened;
    const appended = journal.append(entries('a'));
    await machine.pass(MINUTE);
    await appended;
    assert.ok(machine.shows('text of a'));
  });
});

describe('a page that dies', () => {
  it('loses nothing and brings nothing back, at whichever step of tidying the power goes', async () => {
    for (let step = 1; ; step += 1) {
      const machine = new Machine();
      for (let chances = 0; chances < step; chances += 1) machine.chance.next();
      const left = [await machine.page(), await machine.page(), await machine.page()] as const;
      await left[0].journal.append(entries('a', 'b', 'c'));
      await left[1].journal.append(entries('d', 'e', 'f'));
      await left[2].journal.forget(['a', 'd']);
      await left[1].journal.forget(['b']);
      for (const { life } of left) life.end();
      let died = false;
      const dying = await machine.page(step).catch(() => null);
      if (dying === null) died = true;
      dying?.life.end();
      machine.disk.crash(machine.chance);
      const { journal } = await machine.page();
      assert.deepEqual(await inIt(journal), texts('c', 'e', 'f'), `power cut at step ${step}`);
      await journal.forget(['c', 'e', 'f']);
      await machine.pass(20 * MINUTE);
      assert.equal(machine.disk.bytes, 0, `power cut at step ${step}`);
      if (!died) {
        assert.ok(step > 20, 'tidying takes several steps');
        return;
      }
    }
  });

  it('keeps what it had promised and owes nothing else, at whichever step of a check-in the power goes', async () => {
    for (let step = 1; ; step += 1) {
      const machine = new Machine();
      for (let chances = 0; chances < step; chances += 1) machine.chance.next();
      const { journal, life } = await machine.page(step).catch(() => ({ journal: null, life: null }));
      const promised: string[] = [];
      let died = journal === null;
      for (const mid of ['a', 'b', 'c']) {
        if (journal === null || died) break;
        const appended = machine.orCrash(journal.append(entries(mid))).then(
          () => promised.push(`text of ${mid}`),
          () => (died = true),
        );
        await appended;
      }
      life?.end();
      machine.disk.crash(machine.chance);
      const found = await inIt((await machine.page()).journal);
      for (const text of promised) assert.ok(found.includes(text), `power cut at step ${step}`);
      for (const text of found) assert.ok(texts('a', 'b', 'c').includes(text), `power cut at step ${step}`);
      if (!died) return;
    }
  });

  it('does not make the journal grow with every start', async () => {
    const machine = new Machine();
    const sizes: number[] = [];
    for (let start = 0; start < 6; start += 1) {
      const { journal, life } = await machine.page();
      await journal.append(entries('a', `b${start}`));
      await journal.forget([`b${start}`]);
      life.end();
      sizes.push(machine.disk.files.size);
    }
    const { journal } = await machine.page();
    assert.deepEqual(await inIt(journal), texts('a'));
    assert.deepEqual(new Set(sizes).size, 1);
    assert.ok(machine.disk.bytes < 100);
  });
});

describe('a damaged file', () => {
  it('hides none of the whole entries behind a flipped bit, wherever it is', async () => {
    const bodies = ['{"mid":"a"}', '{"mid":"番茄"}', '{"mid":"c"}'];
    const [first = 0, second = 0] = bodies.map((body) => encodeFrames([body]).length);
    const whole = encodeFrames(bodies);
    for (let bit = 0; bit < whole.length * 8; bit += 1) {
      const bytes = whole.slice();
      bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      const struck = bit >> 3 < first ? 0 : bit >> 3 < first + second ? 1 : 2;
      assert.deepEqual(
        decodeFrames(bytes),
        bodies.filter((_, index) => index !== struck),
      );
    }
  });

  it('keeps all before a torn frame, wherever the tear is', () => {
    const bodies = ['{"mid":"a"}', '{"mid":"番茄"}', '{"mid":"c"}'];
    const whole = encodeFrames(bodies);
    const two = encodeFrames(bodies.slice(0, 2)).length;
    for (let cut = two; cut < whole.length; cut += 1)
      assert.deepEqual(decodeFrames(whole.subarray(0, cut)), bodies.slice(0, 2));
  });

  it('takes neither zeroes nor noise nor a length of noise for an entry', () => {
    const whole = encodeFrames(['{"mid":"a"}']);
    const noise = Array.from({ length: 4000 }, (_, index) => (index * 7919 + (index >> 3)) & 0xff);
    for (const junk of [
      Array.from({ length: 4000 }, () => 0),
      noise,
      [0xff, 0xff, 0xff, 0x7f, 1, 2, 3, 4, 0x7b, 0x7d],
    ]) {
      const bytes = new Uint8Array([...junk, ...whole, ...junk, ...whole]);
      assert.deepEqual(decodeFrames(bytes), ['{"mid":"a"}', '{"mid":"a"}']);
    }
  });

  it('is written anew at the next start, and the other files with it', async () => {
    const machine = new Machine();
    const pages = [await machine.page(), await machine.page()] as const;
    await pages[0].journal.append(entries('a', 'b'));
    await pages[1].journal.append(entries('c'));
    for (const { life } of pages) life.end();
    const [file] = machine.disk.files.values();
    assert.ok(file !== undefined);
    const bytes = file.seen.slice();
    const at = Buffer.from(bytes).indexOf('text of a');
    bytes[at] = 0;
    file.seen = file.synced = bytes;
    const { journal } = await machine.page();
    assert.deepEqual(await inIt(journal), texts('b', 'c'));
    const filled = [...machine.disk.files.values()].filter(({ seen }) => seen.length > 0);
    assert.equal(filled.length, 1);
    assert.ok(!Buffer.from(filled[0]?.seen ?? []).includes('text of \0'));
  });
});

describe('files of other builds', () => {
  const left = (machine: Machine, bytes: Uint8Array): void => {
    machine.disk.files.set('left', { seen: bytes, synced: bytes, unsynced: [], holder: null });
  };

  it('of the first release are read, forgotten from and tidied', async () => {
    const machine = new Machine();
    left(
      machine,
      encodeFrames(['a', 'b', 'c'].map((mid) => JSON.stringify({ mid, text: `text of ${mid}` }))),
    );
    const { journal, life } = await machine.page();
    assert.deepEqual(await inIt(journal), texts('a', 'b', 'c'));
    await journal.forget(['a']);
    life.end();
    assert.deepEqual(await inIt((await machine.page()).journal), texts('b', 'c'));
  });

  it('of a newer one are read and left alone', async () => {
    const machine = new Machine();
    const newer = Buffer.concat([
      encodeFrames(['{"journal":3}', '{"unheard":"of"}']),
      entryFrames([entry('a')]),
    ]);
    left(machine, newer);
    const { journal } = await machine.page();
    assert.deepEqual(await inIt(journal), texts('a'));
    await journal.forget(['a']);
    await machine.pass(20 * MINUTE);
    assert.deepEqual(await inIt(journal), []);
    assert.deepEqual(machine.disk.files.get('left')?.seen, newer);
  });
});
