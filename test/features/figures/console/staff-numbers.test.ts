import { expect } from 'chai';
import { LlStaffNumbers } from '../../../../src/features/figures/console/staff-numbers.ts';
import { readWorkbook } from '../../../../src/app/sheets/read-workbook.ts';
import { workbookBytes } from '../../../../src/app/sheets/write-workbook.ts';
import { sheetsOf } from '../../../../src/features/figures/console/figure-file.ts';
import type { Figures } from '../../../../src/features/figures/model/figures.ts';
import { setLocale } from '../../../../src/i18n/index.ts';
import '../../../../src/i18n/staff-texts.ts';
import { expectAccessible } from '../../../support/axe.ts';
import type { FakeStore } from '../../../support/fake-store.ts';
import { hubThat } from '../../../support/hub-that.ts';
import { at } from '../../../support/kiosk-centre.ts';
import { button, deepAll, mount, settled, unmountAll } from '../../../support/mount.ts';
import { centreRow } from '../../../support/rows.ts';
import { busyFigures, busyIn, nothingIn } from '../../../support/some-figures.ts';
import { staff, staffStore } from '../../../support/staff-centre.ts';
import { until } from '../../../support/until.ts';

/** As the hub answers under an address. */
const figures = (path: string, of = busyIn): Figures => {
  const [, by, day = ''] = /(week|month)\/(.*)$/.exec(path) ?? [];
  return busyFigures(by === 'week' ? 'week' : 'month', day, of);
};

describe('The figures, on the console', () => {
  let store: FakeStore;
  const words = (page: Element): string =>
    [page, ...deepAll(page, '*')]
      .filter((one) => one.shadowRoot !== null)
      .map((one) => one.shadowRoot?.textContent ?? '')
      .join(' ')
      .replace(/\s+/g, ' ');
  const open = (answer: (path: string) => unknown, api = hubThat(answer)) =>
    mount(new LlStaffNumbers(), { store, api });
  beforeEach(() => {
    store = staffStore(staff('manager'), at(11, 2));
  });
  afterEach(async () => {
    unmountAll();
    await setLocale('zh-CN');
  });

  it('show the month it is, the one before, and weeks, each as the hub has it; there is none after today', async () => {
    const api = hubThat((path) => figures(path));
    const page = await mount(new LlStaffNumbers(), { store, api });
    expect(words(page)).to.contain('2026年11月').and.to.contain('还没过完');
    expect(words(page))
      .to.match(/签到人次 66/)
      .and.to.match(/来过的会员 38/);
    expect(words(page), 'a course that is not held any more').to.contain('以前的活动');
    expect(words(page)).to.contain('主机 11月22日 上午11:02 的数');
    expect(button(page, '下个月').disabled).to.equal(true);
    button(page, '上个月').click();
    await settled(page);
    expect(words(page)).to.contain('2026年10月').and.not.to.contain('还没过完');
    button(page, '下个月').click();
    await settled(page);
    button(page, '按周').click();
    await settled(page);
    button(page, '上一周').click();
    await settled(page);
    expect(api.asked).to.deep.equal([
      '/api/figures/month/2026-11-01',
      '/api/figures/month/2026-10-01',
      '/api/figures/month/2026-11-01',
      '/api/figures/week/2026-11-16',
      '/api/figures/week/2026-11-09',
    ]);
  });

  it('are drawn and stand in tables that come to the same, and no table is wider than a telephone', async () => {
    const page = await open((path) => figures(path));
    page.style.width = '320px';
    await until(() => deepAll(page, 'canvas').length === 2);
    const days = deepAll(page, 'details').find((one) => one.textContent?.includes('按天'));
    const counted = [...(days?.querySelectorAll('tbody tr') ?? [])].map((row) =>
      Number(row.children[2]?.textContent),
    );
    expect(counted.length).to.equal(30);
    expect(counted.reduce((sum, count) => sum + count, 0)).to.equal(66);
    for (const details of deepAll(page, 'details'))
      if (details instanceof HTMLDetailsElement) details.open = true;
    await until(() => deepAll(page, 'canvas').every((one) => one.getBoundingClientRect().width <= 320));
    expect(page.scrollWidth).to.be.at.most(320);
    for (const one of deepAll(page, 'section, ll-bar-chart, .scroll'))
      expect(one.getBoundingClientRect().width, one.className).to.be.at.most(320);
    await expectAccessible(page);
    await setLocale('en');
    await settled(page);
    expect(words(page)).to.contain('Check-ins').and.to.contain('Help at a kiosk');
    expect(page.scrollWidth).to.be.at.most(320);
  });

  it('show what the hub last said while it is away, and say since when; without that they say it is away, and no 0', async () => {
    await open((path) => figures(path));
    unmountAll();
    const page = await open(() => null);
    expect(words(page)).to.contain('66').and.to.contain('这是上次查到的');
    button(page, '上个月').click();
    await settled(page);
    expect(words(page))
      .to.contain('连不上主机')
      .and.not.to.match(/签到人次/);
  });

  it('are asked for again as soon as the hub is heard of, and not after', async () => {
    let away = true;
    store.setStatus({ link: 'away' });
    const api = hubThat((path) => (away ? null : figures(path)));
    const page = await mount(new LlStaffNumbers(), { store, api });
    expect(words(page)).to.contain('连不上主机');
    away = false;
    store.setStatus({ link: 'live' });
    await settled(page);
    expect(words(page)).to.contain('66').and.not.to.contain('连不上主机');
    store.setStatus({ link: 'away' });
    store.setStatus({ link: 'live' });
    await settled(page);
    expect(api.asked, 'what it has answered is not asked again').to.have.length(2);
    page.remove();
    expect(store.watching).to.equal(0);
  });

  it('are printed with what is folded away, which is folded away again after', async () => {
    const page = await open((path) => figures(path));
    const unfolded = (): (string | undefined)[] =>
      deepAll(page, 'details[open]').map((one) => one.querySelector('summary')?.textContent?.trim());
    expect(unfolded()).to.deep.equal([]);
    window.dispatchEvent(new Event('beforeprint'));
    expect(unfolded()).to.include.members(['按天', '按时段', '按场次']);
    window.dispatchEvent(new Event('afterprint'));
    expect(unfolded()).to.deep.equal([]);
  });

  it('are saved under the name of the house and the month, as they stand there', async () => {
    const page = await open((path) => figures(path));
    const saved: { name: string; text: Promise<string> }[] = [];
    const click = HTMLAnchorElement.prototype.click;
    HTMLAnchorElement.prototype.click = function save(this: HTMLAnchorElement) {
      saved.push({ name: this.download, text: fetch(this.href).then((file) => file.text()) });
    };
    try {
      button(page, '存成 CSV').click();
      await until(() => saved.length === 1);
    } finally {
      HTMLAnchorElement.prototype.click = click;
    }
    expect(saved[0]?.name).to.equal('乐龄中心 2026年11月 统计.csv');
    const lines = ((await saved[0]?.text) ?? '').split('\r\n');
    expect(lines[0]).to.contain('乐龄中心');
    expect(lines).to.contain('签到人次,66,0,,,');
    const from = lines.findIndex((line) => line.startsWith('按天')) + 2;
    const days = lines.slice(from, from + 30).map((line) => Number(line.split(',')[2]));
    expect(days.reduce((sum, count) => sum + count, 0)).to.equal(66);
  });

  it('come in a workbook to what the page says, and give the name of no house to a formula', async () => {
    const centre = centreRow({ name: '=乐龄中心' });
    const names = { centre, courses: [], devices: [], notices: [], playlists: [], policies: [] };
    const month = busyFigures('month', '2026-11-22');
    const read = await readWorkbook(new Uint8Array(workbookBytes(sheetsOf(month, names))));
    if (!read.ok) throw new Error(read.error.kind);
    const { sheets } = read.value;
    const texts = (name: string): readonly string[][] =>
      sheets
        .filter((sheet) => sheet.name === name)
        .flatMap(({ rows }) => rows.map(({ cells }) => cells.map(({ text }) => text)));
    expect(texts('总数').slice(0, 4)).to.deep.equal([
      ['数什么', '2026年11月', '2026年10月'],
      ['=乐龄中心'],
      ['2026年11月'],
      ['主机 11月22日 上午11:02 的数'],
    ]);
    expect(texts('总数')[4]).to.deep.equal(['签到人次', '66', '0']);
    const days = texts('按天').slice(1);
    expect(days.length).to.equal(30);
    expect(days.reduce((sum, row) => sum + Number(row[2]), 0)).to.equal(66);
    expect(
      texts('按场次')
        .slice(1)
        .reduce((sum, row) => sum + Number(row[2]), 0),
    ).to.equal(66);
  });

  it('take no strange answer for one, say no hour that the hub is not sure of, and that nothing is where nothing is', async () => {
    const strange = await open(() => ({ hello: 'router' }));
    expect(words(strange)).to.contain('连不上主机');
    unmountAll();
    const unsure = await open((path) => ({ ...figures(path), asOfMs: 0, loose: 3 }));
    expect(words(unsure)).to.contain('66').and.not.to.contain('的数 ');
    expect(words(unsure)).to.contain('另有 3 次签到还没定是哪一场');
    unmountAll();
    store = staffStore(staff('manager'), at(11, 2));
    const empty = await open((path) => figures(path, nothingIn));
    expect(words(empty)).to.contain('这段时间和前一段都没有记录');
  });
});
