import { expect } from 'chai';
import { id } from '../../src/kernel/ids.ts';
import { mayDo, type Actor, type DeviceKind } from '../../src/kernel/mutation.ts';
import { mutations, rowKinds } from '../../src/features/registry.ts';
import { kioskNouns } from '../../src/shells/kiosk/kiosk-nouns.ts';

const device = (deviceKind: DeviceKind): Actor => ({
  type: 'device',
  deviceId: id('d'),
  deviceKind,
  centreId: id('sample'),
});

describe('the nouns a face has with it', () => {
  it('are, on a kiosk, at least all the changes it may make: an elder would press and nothing would happen', () => {
    for (const mutation of Object.values(mutations)) {
      if (!mayDo(device('kiosk'), mutation.by)) continue;
      const own = kioskNouns.mutations[mutation.name];
      // Where a kiosk has nothing to write in it carries a change without what it does; when it counts is the same.
      const rulesOf = (one: typeof own) => [one?.name, one?.v, one?.by, one?.validFor, typeof one?.domainKey];
      expect(rulesOf(own), mutation.name).to.deep.equal(rulesOf(mutation));
    }
  });

  it('are, on a kiosk, all kinds that end with the day: an offline kiosk would keep yesterday’s names', () => {
    for (const [kind, rules] of Object.entries(rowKinds)) {
      if ('kiosk' in rules.in && rules.in.kiosk.for === 'the day')
        expect(kioskNouns.rowKinds[kind], kind).to.equal(rules);
    }
  });

  it('have no changes on a screen, which may make none', () => {
    for (const mutation of Object.values(mutations))
      expect(mayDo(device('screen'), mutation.by)).to.equal(false);
  });
});
