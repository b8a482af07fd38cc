import { expect } from 'chai';
import { LlKioskOpenCall } from '../../../../src/features/help/kiosk/kiosk-open-call.ts';
import { noteMade } from '../../../../src/features/help/kiosk/this-visit.ts';
import type { HelpCall } from '../../../../src/features/help/model/help.ts';
import { setLocale } from '../../../../src/i18n/index.ts';
import { id } from '../../../../src/kernel/ids.ts';
import { expectAccessible } from '../../../support/axe.ts';
import { at, kioskStore } from '../../../support/kiosk-centre.ts';
import { mountKiosk, words } from '../../../support/mount-kiosk.ts';
import { settled, unmountAll } from '../../../support/mount.ts';

const call = (mid: string, more: Partial<HelpCall> = {}): HelpCall => ({
  id: id(mid),
  deviceId: id('lobby-kiosk'),
  place: '一楼大厅',
  raisedAtMs: at(10, 30),
  ageUnknown: false,
  state: 'waiting',
  answeredBy: null,
  answeredAtMs: null,
  ...more,
});

describe('A call for help on home', () => {
  afterEach(async () => {
    unmountAll();
    await setLocale('zh-CN');
  });

  const shown = async (calls: readonly HelpCall[], nowMs: number | null = at(10, 32)): Promise<string> => {
    const store = kioskStore(nowMs);
    for (const one of calls) store.put('device', 'helpCall', one.id, one);
    const line = await mountKiosk(new LlKioskOpenCall(), store);
    await settled(line);
    return words(line).trim();
  };

  it('is not spoken of where there is none', async () => {
    expect(await shown([])).to.equal('');
  });

  it('tells those who stand by that nobody has answered yet', async () => {
    expect(await shown([call('a')]))
      .to.contain('10:30')
      .and.to.contain('还没有人回答');
  });

  it('tells who comes', async () => {
    expect(await shown([call('a', { state: 'coming', answeredBy: '李师傅' })])).to.contain('李师傅马上来');
  });

  it('asks those who stand by to go and see where it is an emergency', async () => {
    expect(await shown([call('a'), call('b', { kind: 'emergency' })])).to.contain('请身边的人去看一看');
  });

  it('of two people says that two wait', async () => {
    expect(await shown([call('a'), call('b')])).to.contain('2 位');
  });

  it('of yesterday, which nobody closed, is not today’s', async () => {
    const raisedAtMs = at(10, 30) - 86_400_000;
    expect(await shown([call('a', { raisedAtMs, state: 'coming', answeredBy: '李师傅' })])).to.equal('');
  });

  it('of which nobody knows how old it is, is shown only where it was made since the kiosk started', async () => {
    const unknown = { raisedAtMs: null } as const;
    expect(await shown([call('old', unknown)], null)).to.equal('');
    unmountAll();
    noteMade(id('new'));
    expect(await shown([call('new', unknown)], null)).to.contain('刚才有人叫帮忙');
  });

  it('is accessible, and says all in English', async () => {
    await setLocale('en');
    const store = kioskStore();
    store.put('device', 'helpCall', 'a', call('a', { kind: 'emergency' }));
    const line = await mountKiosk(new LlKioskOpenCall(), store);
    await settled(line);
    expect(words(line))
      .to.contain('emergency')
      .and.not.to.match(/\p{Script=Han}/u);
    await expectAccessible(line);
  });
});
