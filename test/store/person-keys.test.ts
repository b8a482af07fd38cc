import { expect } from 'chai';
import type { KeyPlaces } from '../../src/store/sealed/key-places.ts';
import { MOST_WRONG, PersonKeys, waitAfter, type Owner } from '../../src/store/sealed/person-key.ts';

/** A place that may fail, as the disk of an old machine does. */
class Memory implements KeyPlaces {
  readonly texts = new Map<string, string>();
  read = async (name: string): Promise<string | null> => this.texts.get(name) ?? null;
  write = async (name: string, text: string): Promise<void> => void this.texts.set(name, text);
  remove = async (name: string): Promise<void> => void this.texts.delete(name);
  names = async (): Promise<readonly string[]> => [...this.texts.keys()];
}

const owner: Owner = {
  deviceId: 'console-1',
  centreId: 'sample',
  accountId: 'account-leader',
  name: '李老师',
  role: 'leader',
};
const share = 'A'.repeat(43);
const otherShare = 'B'.repeat(43);
const PIN = '402917';
/** A hundred tries at the real pace would take a minute. */
const ROUNDS = 1000;

describe('The key of a person’s console', () => {
  let places: Memory;
  let keys: PersonKeys;
  beforeEach(() => {
    places = new Memory();
    keys = new PersonKeys(places, ROUNDS);
  });

  it('opens by the hub’s half and by the PIN, and is nowhere to be read by itself', async () => {
    const key = await keys.byHub(owner, share, PIN);
    expect(await keys.byHub(owner, share)).to.deep.equal(key);
    expect(await keys.byPin(owner, PIN)).to.deep.equal({ type: 'open', key });
    const kept = [...places.texts.values()].join('');
    expect(kept).to.not.contain(btoa(String.fromCharCode(...key)));
    expect(kept).to.not.contain(PIN).and.to.not.contain(share);
  });

  it('opens without the hub only where a PIN was typed', async () => {
    await keys.byHub(owner, share);
    expect(await keys.locked()).to.deep.equal([]);
    expect(await keys.byPin(owner, PIN)).to.deep.equal({ type: 'none' });
    await keys.byHub(owner, share, PIN);
    expect(await keys.locked()).to.deep.equal([{ owner, digits: true, wrong: 0 }]);
    await keys.byHub(owner, share, 'drachenboot 7');
    expect((await keys.locked())[0]?.digits).to.equal(false);
    expect(await keys.byPin(owner, PIN)).to.deep.equal({ type: 'wrong', wrong: 1 });
  });

  it('is kept by the PIN where the hub has another half, and is new where neither opens it', async () => {
    const key = await keys.byHub(owner, share, PIN);
    expect(await keys.byHub(owner, otherShare, PIN)).to.deep.equal(key);
    const renewed = await keys.byHub(owner, share);
    expect(renewed).to.not.deep.equal(key);
    expect(await keys.byPin(owner, PIN), 'an old PIN opens nothing new').to.deep.equal({ type: 'none' });
  });

  it('counts wrong PINs through every new start, forgets them at a right one, and is destroyed by the tenth', async () => {
    const key = await keys.byHub(owner, share, PIN);
    for (let wrong = 1; wrong < MOST_WRONG; wrong += 1)
      expect(await new PersonKeys(places, ROUNDS).byPin(owner, '111111')).to.deep.equal({
        type: 'wrong',
        wrong,
      });
    expect(await keys.byPin(owner, PIN)).to.deep.equal({ type: 'open', key });
    expect((await keys.locked())[0]?.wrong).to.equal(0);
    for (let wrong = 1; wrong < MOST_WRONG; wrong += 1) await keys.byPin(owner, '111111');
    expect(await keys.byPin(owner, '111111')).to.deep.equal({ type: 'destroyed' });
    expect(places.texts.size).to.equal(0);
    expect(await keys.byPin(owner, PIN)).to.deep.equal({ type: 'none' });
  });

  it('counts a try before it looks at it: ending the page in between is no way to try more', async () => {
    await keys.byHub(owner, share, PIN);
    const write = places.write;
    let written = 0;
    places.write = async (name, text) => {
      written += 1;
      if (written > 1) throw new Error('the page has ended');
      await write(name, text);
    };
    await keys.byPin(owner, PIN).catch(() => undefined);
    expect((await new PersonKeys(places, ROUNDS).locked())[0]?.wrong).to.equal(1);
  });

  it('waits longer after each wrong one', () => {
    const waits = Array.from({ length: MOST_WRONG }, (_, wrong) => waitAfter(wrong));
    expect(waits.slice(0, 3)).to.deep.equal([0, 0, 0]);
    expect([...waits].sort((a, b) => a - b)).to.deep.equal(waits);
    expect(waits[9]).to.be.greaterThan(300);
  });

  it('takes a damaged record for none', async () => {
    places.texts.set('leling:console-1:account-leader', '{"owner":');
    expect(await keys.locked()).to.deep.equal([]);
    expect(await keys.byHub(owner, share, PIN)).to.have.length(32);
    expect((await keys.byPin(owner, PIN)).type).to.equal('open');
  });
});
