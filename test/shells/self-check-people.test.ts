import { expect } from 'chai';
import '../../src/i18n/front-texts.ts';
import { setLocale } from '../../src/i18n/index.ts';
import { id } from '../../src/kernel/ids.ts';
import { writeKept, writeUnsent, type Entry } from '../../src/protocol/client/records.ts';
import { deviceChecks } from '../../src/shells/self-check/device-checks.ts';
import { sealFor } from '../../src/store/sealed/seal-for.ts';
import { openStorage } from '../../src/store/storage/open-storage.ts';
import { rememberedKiosk } from '../support/remembered-kiosk.ts';

const entry = (seq: number, args: Entry['mut']['args']): Entry => ({
  mut: {
    mid: id(`019ad000-0000-7000-8000-00000000000${seq}`),
    seq,
    prev: null,
    name: 'checkin.claim',
    v: 2,
    args,
    deviceTime: null,
    timeQuality: 'confirmed',
    age: null,
  },
  touched: [],
  madeAtMono: 0,
  bootId: 'b',
});

describe('What the self-check says of a kiosk that may be stolen', () => {
  const trueFetch = window.fetch;
  let device: ReturnType<typeof rememberedKiosk>;
  let storage: ReturnType<typeof openStorage>;
  const said = async (): Promise<string> => {
    const name = { 'zh-CN': '要是机器丢了，里面有什么', en: 'What is in it, should this machine be stolen' };
    const all = await deviceChecks(device);
    return all.find((one) => Object.values(name).includes(one.name))?.found ?? '';
  };

  beforeEach(() => {
    window.fetch = async () => Promise.reject(new TypeError('away'));
    device = rememberedKiosk(`kiosk-${Math.random()}`);
    storage = openStorage(`leling:${device.id}:device`);
  });
  afterEach(async () => {
    window.fetch = trueFetch;
    storage.close();
    await setLocale('zh-CN');
  });

  it('is that no check-in lies there without a lock, where none does', async () => {
    await storage.write(async (tx) => writeUnsent(tx, entry(1, { kind: 'call' })));
    expect(await said()).to.contain('没上锁的签到和报名一条也没有');
    expect(await said()).not.to.contain('钥匙只在主机那里');
  });

  it('is how many the hub alone can open, what can be seen of them, and till when they lie there', async () => {
    const seal = sealFor(new Uint8Array(32), device.id);
    await storage.write(async (tx) => {
      const sealed = [1, 2].map((seq) => entry(seq, { memberId: `m00${seq}` }));
      writeKept(
        tx,
        sealed.map((one) => ({ ...one, mut: seal(one.mut) })),
      );
    });
    for (const word of ['没上锁的签到和报名一条也没有', '2 条上了锁，钥匙只在主机那里', '一般一个星期'])
      expect(await said()).to.contain(word);
    await setLocale('en');
    expect(await said()).to.contain('Screens in the console. 2 that the hub has are under a lock');
  });

  it('is how many records of people lie there in words, whose they wait for, and since when', async () => {
    await storage.write(async (tx) => {
      writeKept(tx, [entry(1, { memberId: 'm001' }), entry(2, { memberId: 'm002' })]);
      writeUnsent(tx, entry(3, { memberId: 'm003' }));
      writeUnsent(tx, entry(4, { kind: 'call' }));
      const data = { id: 'a', memberId: 'm004' };
      tx.put('base', ['device:k', 1, 'looseClaim', 'a'], { kind: 'looseClaim', id: 'a', data });
      tx.put('base', ['~base', 'kiosk:sample', 1, 'roster', 'm001'], new Uint8Array(9));
    });
    const chinese = await said();
    for (const word of ['3 条', '1 条还没送出', '2 条主机收到了', '另外还有 1 条', '11月29日'])
      expect(chinese).to.contain(word);
    await setLocale('en');
    const english = await said();
    for (const word of ['3 records', '1 not sent yet', '2 that the hub has', 'there is one check-in', '29'])
      expect(english).to.contain(word);
  });
});
