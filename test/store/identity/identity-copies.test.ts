import { expect } from 'chai';
import { changeIdentity, readIdentity } from '../../../src/store/identity/identity-copies.ts';
import { placesHere, type Place } from '../../../src/store/identity/places.ts';

const places = (): readonly Place[] => placesHere();
const noting = (text: string): Promise<boolean> =>
  changeIdentity((now) => ({ ...now, texts: { 'leling:devices': text } }));
const noted = async (): Promise<string | undefined> => (await readIdentity()).texts['leling:devices'];
const garbage = new TextEncoder().encode('{"generation":999,"texts":{},"proofs":{}}');

/** Each of these losses alone left a kiosk that asked to be paired, with its check-ins in it. */
describe('who this browser is, beside Local Storage', () => {
  const { setTimeout: own } = window;
  // A place has the time that a busy disk needs: none of these is given up.
  before(() => {
    Object.assign(window, { setTimeout: (run: () => void, ms = 0) => (ms === 4000 ? 0 : own(run, ms)) });
  });
  after(() => void Object.assign(window, { setTimeout: own }));

  it('is kept in a database, a file and a cache, each for itself', async () => {
    expect(await noting('one')).to.equal(true);
    expect(places().length).to.equal(3);
    const kept = await Promise.all(places().map((place) => place.read()));
    expect(new Set(kept.map(String)).size).to.equal(1);
    expect(kept[0]?.length).to.be.greaterThan(20);
  });

  for (const left of [0, 1, 2]) {
    it(`is found in place ${left} when the others are damaged, and is whole in all of them after the next start`, async () => {
      await noting(`whole in ${left}`);
      const [first, second] = places().filter((_, at) => at !== left);
      const torn = (await first?.read())?.slice(0, -3) ?? new Uint8Array();
      await first?.write(new Uint8Array(torn));
      await second?.write(garbage);
      expect(await noted()).to.equal(`whole in ${left}`);
      expect(await changeIdentity((now) => now)).to.equal(true);
      const kept = await Promise.all(places().map((place) => place.read()));
      expect(new Set(kept.map(String)).size).to.equal(1);
    });
  }

  it('is the newest of copies that differ: a place that could not be written has an older one', async () => {
    await noting('older');
    const [database] = places();
    const older = await database?.read();
    await noting('newer');
    if (older) await database?.write(new Uint8Array(older));
    expect(await noted()).to.equal('newer');
  });

  it('is kept while a place takes nothing and another never answers', async () => {
    const [database] = places();
    const broken: Place = {
      read: () => Promise.reject(new Error('broken')),
      write: () => Promise.reject(new Error('broken')),
    };
    if (database === undefined) throw new Error('there is no place');
    expect(
      await changeIdentity((now) => ({ ...now, texts: { 'leling:devices': 'three' } }), [broken, database]),
    ).to.equal(true);
    expect((await readIdentity([broken, database])).texts['leling:devices']).to.equal('three');
    expect(await changeIdentity((now) => ({ ...now, texts: {} }), [broken])).to.equal(false);
  });

  it('is kept in an engine that has no such thing as files of its own', async () => {
    Object.defineProperty(navigator, 'storage', { value: undefined, configurable: true });
    try {
      expect(places().length).to.equal(2);
      expect(await noting('without files')).to.equal(true);
      expect(await noted()).to.equal('without files');
    } finally {
      Reflect.deleteProperty(navigator, 'storage');
    }
  });
});
