import { expect } from 'chai';
import { chooseDevice, rememberDevice, rememberedDevices } from '../../src/app/remembered-devices.ts';
import { rememberedKiosk as kiosk } from '../support/remembered-kiosk.ts';

const key = 'leling:devices';

describe('what a browser remembers of its devices', () => {
  const before = localStorage.getItem(key);

  afterEach(() => {
    if (before === null) localStorage.removeItem(key);
    else localStorage.setItem(key, before);
  });

  const put = (value: unknown): void => localStorage.setItem(key, JSON.stringify(value));

  it('is read as an earlier build wrote it, and with what a later one says besides', () => {
    put([kiosk('lobby'), { ...kiosk('upstairs'), lastUsedMs: 2, colour: 'green' }]);
    expect(rememberedDevices().map((one) => one.id)).to.deep.equal(['upstairs', 'lobby']);
  });

  it('opens no face by a damaged entry', () => {
    const { config } = kiosk('lobby');
    for (const damaged of [
      null,
      'x',
      { ...kiosk('lobby'), config: { ...config, panel: null } },
      { ...kiosk('lobby'), utcOffsetMinutes: null },
      { ...kiosk('lobby'), actor: { type: 'staff', deviceId: 'lobby', centreId: 'sample' } },
      { ...kiosk('lobby'), actorKey: '' },
    ]) {
      put([damaged, kiosk('upstairs')]);
      expect(chooseDevice('kiosk', null)?.id).to.equal('upstairs');
    }
  });

  it('throws nothing away that this build cannot read: a newer one may, that comes back', () => {
    const newer = { id: 'lift', kind: 'lift-display' };
    put([newer, kiosk('lobby')]);
    rememberDevice({ ...kiosk('lobby'), lastUsedMs: 9 });
    expect(JSON.parse(localStorage.getItem(key) ?? '')).to.deep.equal([
      { ...kiosk('lobby'), lastUsedMs: 9 },
      newer,
    ]);
  });

  it('is nothing where what is kept is no list', () => {
    for (const text of ['{', '7', '{"id":"lobby"}']) {
      localStorage.setItem(key, text);
      expect(rememberedDevices()).to.deep.equal([]);
    }
  });
});
