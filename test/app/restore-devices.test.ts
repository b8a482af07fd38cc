import { expect } from 'chai';
import { rememberDevice, rememberedDevices } from '../../src/app/remembered-devices.ts';
import {
  dropMoved,
  forgetDevice,
  movedTo,
  noteMoved,
  restoreDevices,
} from '../../src/app/restore-devices.ts';
import { rememberedKiosk as kiosk } from '../support/remembered-kiosk.ts';

const key = 'leling:devices';
const ids = (): readonly string[] => rememberedDevices().map((one) => one.id);

describe('devices that Local Storage has lost', () => {
  const before = { ...localStorage };
  beforeEach(() => localStorage.clear());
  after(() => {
    localStorage.clear();
    for (const [name, text] of Object.entries(before)) localStorage.setItem(name, text);
  });
  const copyOf = (...devices: readonly unknown[]): Record<string, string> => ({
    [key]: JSON.stringify(devices),
  });

  it('come back from a copy, all of them, also where what stands there is damaged', () => {
    for (const text of [null, '', '{"', '[{"id":"lobby","kind":"kiosk","config":null}]']) {
      if (text === null) localStorage.removeItem(key);
      else localStorage.setItem(key, text);
      expect(restoreDevices(copyOf(kiosk('lobby', 2), kiosk('upstairs')))).to.deep.equal([
        'lobby',
        'upstairs',
      ]);
      expect(ids()).to.deep.equal(['lobby', 'upstairs']);
    }
  });

  it('are not put over what is known of them here, which is newer', () => {
    rememberDevice(kiosk('lobby', 9));
    expect(restoreDevices(copyOf(kiosk('lobby', 2)))).to.deep.equal([]);
    expect(rememberedDevices()[0]?.lastUsedMs).to.equal(9);
  });

  it('stay away where they were forgotten on purpose, until they are paired again', () => {
    rememberDevice(kiosk('lobby'));
    forgetDevice('lobby');
    expect(ids()).to.deep.equal([]);
    expect(restoreDevices(copyOf(kiosk('lobby')))).to.deep.equal([]);
    expect(ids()).to.deep.equal([]);
    rememberDevice(kiosk('lobby'));
    expect(ids()).to.deep.equal(['lobby']);
  });

  it('leave nothing behind in silence: what a glass was before is known until its work has come over', () => {
    rememberDevice(kiosk('lobby'));
    noteMoved('lobby', 'upstairs');
    noteMoved('lobby', 'upstairs');
    expect(movedTo('upstairs')).to.deep.equal(['lobby']);
    expect(movedTo('lobby')).to.deep.equal([]);
    dropMoved('lobby');
    expect(movedTo('upstairs')).to.deep.equal([]);
    expect(ids()).to.deep.equal([]);
  });
});
