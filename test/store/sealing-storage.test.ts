import { expect } from 'chai';
import type { ClientStorage, StoreTx } from '../../src/protocol/client/ports.ts';
import { destroyKey } from '../../src/store/sealed/destroy-keys.ts';
import { deviceKey } from '../../src/store/sealed/device-key.ts';
import { newKey } from '../../src/store/sealed/key-bytes.ts';
import { SealingStorage } from '../../src/store/sealed/sealing-storage.ts';
import { SealingTx } from '../../src/store/sealed/sealing-tx.ts';
import { openStorage } from '../../src/store/storage/open-storage.ts';

const PEOPLE = 'people:sample';
const wang = { kind: 'member', id: 'm1', data: { name: '王桂兰', phone: '13800138000' } };
const record = {
  bucket: PEOPLE,
  gen: 1,
  cursor: { epoch: 'e', run: 'r', version: 7, grantHash: 'g', schema: 1 },
  last: 3,
  loaded: true,
  staging: null,
};
const menu = { kind: 'dish', id: 'd1', data: { name: '番茄炒蛋' } };

const fill = async (tx: StoreTx): Promise<void> => {
  tx.put('base', [PEOPLE, 1, 'member', 'm1'], wang);
  tx.put('base', ['centre:sample', 1, 'dish', 'd1'], menu);
  tx.put('meta', ['bucket', PEOPLE], record);
  tx.put('meta', ['answer', '/api/attendance'], { question: '/api/attendance', answer: ['王桂兰'], turn: 1 });
};

/** What a person of these rows would be found by on the disk. */
const names = (values: readonly unknown[]): string =>
  JSON.stringify(values, (_, value) =>
    value instanceof Uint8Array ? new TextDecoder().decode(value) : value,
  );

describe('A store whose personal rows are sealed', () => {
  let name: string;
  let raw: ReturnType<typeof openStorage>;
  const all = (): Promise<readonly unknown[]> =>
    raw.read(async (tx) => [
      ...(await tx.list('base', [])),
      ...(await tx.list('meta', [])),
      ...(await tx.list('overlay', [])),
    ]);
  const sealed = (key: Uint8Array | Promise<Uint8Array>, over = raw): SealingStorage =>
    new SealingStorage(over, async () => key);
  const member = (storage: ClientStorage): Promise<unknown> =>
    storage.read((tx) => tx.get('base', [PEOPLE, 1, 'member', 'm1']));

  beforeEach(() => {
    name = `leling:test-${Math.random()}:device`;
    raw = openStorage(name);
  });
  afterEach(async () => {
    raw.close();
    await destroyKey(name);
  });

  it('holds nobody’s name where the disk is read, and gives them all back, one by one and in lists', async () => {
    const key = newKey();
    const storage = sealed(key);
    await storage.write(fill);
    expect(names(await all()))
      .to.contain('番茄炒蛋')
      .and.to.not.contain('王桂兰')
      .and.to.not.contain('13800138000');
    const again = sealed(key);
    expect(await member(again)).to.deep.equal(wang);
    const lists = await again.read(async (tx) => ({
      rows: await tx.list('base', [PEOPLE, 1, 'member']),
      some: await tx.list('base', [PEOPLE, 1, 'member'], { from: 'm1', to: 'm2' }),
      none: await tx.list('base', [PEOPLE, 1, 'member'], { from: 'm2', to: 'm3' }),
      records: await tx.list('meta', ['bucket']),
      answers: await tx.list('meta', ['answer']),
    }));
    expect(lists.rows).to.deep.equal([wang]);
    expect(lists.some).to.deep.equal([wang]);
    expect(lists.none).to.deep.equal([]);
    expect(lists.records).to.deep.equal([record]);
    expect(names(lists.answers)).to.contain('王桂兰');
  });

  it('shows what is not personal without a key, and waits for none', async () => {
    await sealed(newKey()).write(fill);
    const keyless = sealed(new Promise<Uint8Array>(() => undefined));
    const dish = await keyless.read((tx) => tx.get('base', ['centre:sample', 1, 'dish', 'd1']));
    expect(dish).to.deep.equal(menu);
    expect(await keyless.read((tx) => tx.list('meta', ['bucket']))).to.have.length(1);
  });

  it('takes in what an earlier build kept plain, and leaves nothing of it plain', async () => {
    await raw.write(fill);
    expect(names(await all())).to.contain('王桂兰');
    const storage = sealed(newKey());
    expect(await member(storage)).to.deep.equal(wang);
    expect(names(await all())).to.not.contain('王桂兰');
    expect(await storage.read((tx) => tx.get('meta', ['bucket', PEOPLE]))).to.deep.equal(record);
    expect(names(await storage.read((tx) => tx.list('meta', ['answer'])))).to.contain('王桂兰');
  });

  it('looks like a store without these buckets to an earlier build, whose newer rows are then taken in', async () => {
    const key = newKey();
    await sealed(key).write(fill);
    const seen = await raw.read(async (tx) => [
      await tx.get('meta', ['bucket', PEOPLE]),
      await tx.list('base', [PEOPLE]),
      await tx.list('meta', ['answer']),
    ]);
    expect(seen).to.deep.equal([undefined, [], []]);
    const renamed = { ...wang, data: { ...wang.data, name: '王小兰' } };
    await raw.write(async (tx) => {
      tx.put('base', [PEOPLE, 4, 'member', 'm1'], renamed);
      tx.put('meta', ['bucket', PEOPLE], { ...record, gen: 4 });
    });
    const back = sealed(key);
    const rows = await back.read((tx) => tx.list('base', [PEOPLE, 4, 'member']));
    expect(rows).to.deep.equal([renamed]);
    expect(await back.read((tx) => tx.list('base', [PEOPLE, 1, 'member']))).to.deep.equal([]);
  });

  it('drops what lies under a lost key, to be pulled anew, and says so', async () => {
    await sealed(newKey()).write(fill);
    const other = sealed(newKey());
    let lost = 0;
    other.onReopened(() => (lost += 1));
    expect(await member(other)).to.equal(undefined);
    expect(await other.read((tx) => tx.get('meta', ['bucket', PEOPLE])), 'pulled whole').to.equal(undefined);
    expect(lost).to.equal(1);
    await other.write(fill);
    expect(await member(other)).to.deep.equal(wang);
  });

  it('drops a bucket of which one value is damaged or lies in another’s place, and no other', async () => {
    const key = newKey();
    const storage = sealed(key);
    await storage.write(fill);
    await storage.write(async (tx) =>
      tx.put('base', ['audit:sample', 1, 'audit', 'a1'], { kind: 'audit', id: 'a1' }),
    );
    await raw.write(async (tx) => {
      const value = await tx.get('base', ['~base', PEOPLE, 1, 'member', 'm1']);
      tx.put('base', ['~base', PEOPLE, 1, 'member', 'm2'], value);
    });
    const read = await storage.read((tx) => tx.get('base', [PEOPLE, 1, 'member', 'm2']));
    expect(read).to.equal(undefined);
    expect(await storage.read((tx) => tx.get('meta', ['bucket', PEOPLE]))).to.equal(undefined);
    expect(await storage.read((tx) => tx.get('base', ['audit:sample', 1, 'audit', 'a1']))).to.deep.include({
      id: 'a1',
    });
  });

  it('of a kiosk opens with the key that lies beside it, until that is destroyed', async () => {
    await sealed(deviceKey(name)).write(fill);
    expect(await member(sealed(deviceKey(name)))).to.deep.equal(wang);
    await caches.delete('leling:keys');
    expect(await member(sealed(deviceKey(name))), 'one of its two places is enough').to.deep.equal(wang);
    await destroyKey(name);
    expect(await member(sealed(deviceKey(name)))).to.equal(undefined);
  });

  it('lets an overlay go whole with what is sealed of it', async () => {
    const storage = sealed(newKey());
    await storage.write(async (tx) => {
      tx.put('overlay', [PEOPLE, 'member', 'm1'], { id: 'm1', data: null });
      tx.put('overlay', ['centre:sample', 'dish', 'd1'], { id: 'd1', data: null });
    });
    await storage.write(async (tx) => tx.deletePrefix('overlay', []));
    const left = await storage.read(async (tx) => [
      ...(await tx.list('overlay', [PEOPLE, 'member'])),
      ...(await tx.list('overlay', ['centre:sample', 'dish'])),
    ]);
    expect(left).to.deep.equal([]);
  });

  it('leaves no failure unheard of a reading that the engine cuts off', async () => {
    const unheard: unknown[] = [];
    const last = new Error('heard after all others');
    let end = (): void => undefined;
    const hear = (event: PromiseRejectionEvent): void => {
      event.preventDefault();
      event.stopImmediatePropagation();
      if (event.reason === last) end();
      else unheard.push(event.reason);
    };
    addEventListener('unhandledrejection', hear, true);
    const due: ((why: DOMException) => void)[] = [];
    const answer = (): Promise<never> => new Promise((_, reject) => due.push(reject));
    const nothing = (): void => undefined;
    const writes = { put: nothing, delete: nothing, deletePrefix: nothing, deleteRange: nothing };
    const reading = new SealingTx({ get: answer, list: answer, ...writes }, null).list('meta', ['bucket']);
    const failure = reading.catch((error: unknown) => error);
    // As the engine does it: each answer that is still due is refused by itself.
    for (const refuse of due) refuse(new DOMException('cut off', 'AbortError'));
    expect(await failure).to.be.instanceOf(DOMException);
    await new Promise<void>((resolve) => {
      end = resolve;
      void Promise.reject(last);
    });
    removeEventListener('unhandledrejection', hear, true);
    expect(unheard).to.deep.equal([]);
  });
});
