import { expect } from 'chai';
import { locale, setLocale } from '../../src/i18n/index.ts';
import { LlKioskShell } from '../../src/shells/kiosk/kiosk-shell.ts';
import { LeaveEvent } from '../../src/ui/kiosk/kiosk-page.ts';
import { kioskStoreWithLunch } from '../support/kiosk-centre.ts';
import { mountKiosk, pressableNamed } from '../support/mount-kiosk.ts';
import { deepAll, settled, unmountAll } from '../support/mount.ts';
import { until } from '../support/until.ts';

describe('A kiosk that nobody has touched yet', () => {
  const fetched: string[] = [];
  const watch = new PerformanceObserver((list) => note(list.getEntries()));
  const note = (entries: PerformanceEntryList): void => {
    for (const { name } of entries) fetched.push(new URL(name).pathname);
  };
  before(() => watch.observe({ type: 'resource', buffered: true }));
  afterEach(async () => {
    watch.disconnect();
    document.querySelector('ll-kiosk-shell')?.dispatchEvent(new LeaveEvent());
    await until(() => !document.documentElement.hasAttribute('data-contrast'));
    unmountAll();
    await setLocale('zh-CN');
  });

  it('has the code and the words of every page and every button of its bar: none is fetched at a tap', async () => {
    const shell = await mountKiosk(new LlKioskShell(), kioskStoreWithLunch());
    for (const wanted of [
      'contrast.ts',
      'en.json',
      'readings.ts',
      'kiosk-menu.ts',
      'kiosk-timetable.ts',
      'kiosk-check-in.ts',
      'kiosk-policies.ts',
      'kiosk-notices.ts',
      'kiosk-help.ts',
      'kiosk-staff.ts',
      'page-reader.ts',
      'kiosk-reader.ts',
      // What comes by itself once home is painted, and is no tap's either.
      'confirmed-line.ts',
      'dish-photo.ts',
      'keeping.ts',
      'kiosk-alarm.ts',
      'kiosk-open-call.ts',
      'making-room.ts',
      'still-there.ts',
      // What reads a hub's refusal: this page's voice is refused as soon as it asks, which is not at a tap.
      'hub-trouble.ts',
    ]) {
      const path = await until(() => {
        const found = fetched.find((one) => one.endsWith(`/${wanted}`));
        if (found === undefined) throw new Error(`no ${wanted}`);
        return found;
      });
      // With all that it is made of.
      if (wanted.endsWith('.ts')) await import(path);
    }
    await settled(shell);
    note(watch.takeRecords());
    fetched.length = 0;

    pressableNamed(shell, '黑底白字').click();
    await until(() => document.documentElement.hasAttribute('data-contrast'));
    pressableNamed(shell, 'English').click();
    await until(() => locale() === 'en');
    for (const [tile, page] of [
      ['Meals', 'll-kiosk-menu'],
      ['Classes', 'll-kiosk-timetable'],
      ['Help', 'll-kiosk-help'],
    ] as const) {
      pressableNamed(shell, tile).click();
      await until(() => deepAll(shell, page).length > 0);
      pressableNamed(shell, 'Home').click();
      await until(() => deepAll(shell, 'll-kiosk-home').length > 0);
    }
    note(watch.takeRecords());
    expect(fetched.filter((path) => /\.(ts|json)$/.test(path))).to.deep.equal([]);
  });
});
