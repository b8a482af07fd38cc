import { expect } from 'chai';
import { LlStaffNotices } from '../../../../src/features/notices/console/staff-notices.ts';
import { setLocale } from '../../../../src/i18n/index.ts';
import '../../../../src/i18n/staff-texts.ts';
import { expectAccessible } from '../../../support/axe.ts';
import { beGlass } from '../../../support/camera.ts';
import type { FakeStore } from '../../../support/fake-store.ts';
import { button, deepAll, mount, settled, toldInSheet, unmountAll } from '../../../support/mount.ts';
import { staff, staffStore } from '../../../support/staff-centre.ts';
import { until } from '../../../support/until.ts';

describe('A notice from ready words, and one that stands', () => {
  let store: FakeStore;
  let notices: LlStaffNotices;

  const field = (selector: string): HTMLInputElement | HTMLTextAreaElement => {
    const found = deepAll(notices, selector)[0];
    if (found instanceof HTMLInputElement || found instanceof HTMLTextAreaElement) return found;
    throw new Error(`no field ${selector}`);
  };
  const write = async (selector: string, text: string): Promise<void> => {
    const one = field(selector);
    one.value = text;
    one.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await settled(notices);
  };
  const take = async (name: string): Promise<void> => {
    const [select] = deepAll(notices, '#template');
    if (!(select instanceof HTMLSelectElement)) throw new Error('no ready words');
    const option = [...select.options].find(({ text }) => text.trim() === name);
    select.value = option?.value ?? '-';
    select.dispatchEvent(new Event('change'));
    await settled(notices);
  };
  /** By Enter, which no tremble doubles; as soon as it is there: what it changes is there a moment after what went before. */
  const press = async (name: string | RegExp): Promise<void> => {
    const pressed = await until(() => button(notices, name));
    pressed.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, detail: 0 }));
    await settled(notices);
  };
  const stands = (title: string): Promise<true> =>
    until(async () => (await posted()).some((one) => one.title === title));
  const posted = () => store.query((view) => view.list('centre', 'notice'));
  const words = (): string => (notices.shadowRoot?.textContent ?? '').replace(/\s+/g, ' ');

  beforeEach(async () => {
    localStorage.clear();
    store = staffStore(staff('manager'));
    notices = await mount(new LlStaffNotices(), { store });
  });
  afterEach(async () => {
    unmountAll();
    await setLocale('zh-CN');
  });

  it('is there in both languages at once, and goes out once what it leaves open is filled in', async () => {
    await press('写通知');
    await take('停水');
    expect(field('#title').value).to.equal('今天 __ 点到 __ 点停水');
    expect(field('#title-en').value).to.equal('No water today from __ to __');
    await press('发出去');
    expect(await posted(), 'nobody is told of a blank').to.have.length(0);
    expect(toldInSheet(notices)).to.deep.equal(['还有“__”没填，请填好，或者删掉']);
    await write('#title', '今天 2 点到 4 点停水');
    await write('#title-en', 'No water today from 2 to 4');
    await press('发出去');
    await stands('今天 2 点到 4 点停水');
    const [notice] = await posted();
    expect(notice).to.include({ title: '今天 2 点到 4 点停水', level: 'urgent', version: 1 });
    expect(notice?.bodyEn).to.contain('Toilets');
  });

  it('gives back what somebody had written before they took ready words', async () => {
    await press('写通知');
    await write('#title', '二楼的棋牌室今天不开');
    await take('台风');
    expect(field('#title').value).to.contain('台风');
    await press('用回刚才写的');
    expect(field('#title').value).to.equal('二楼的棋牌室今天不开');
    unmountAll();
    notices = await mount(new LlStaffNotices(), { store });
    await press('写通知');
    expect(field('#title').value, 'and that is what a closed tab leaves').to.equal('二楼的棋牌室今天不开');
  });

  it('says at the field that there is no room for so much, in either language, and cuts nothing off in silence', async () => {
    await press('写通知');
    await write('#title', '今天停水');
    await write('#title-en', 'There is no water in the whole building this afternoon');
    expect(deepAll(notices, '#title-en-problem')[0]?.textContent?.trim()).to.equal(
      '这里最多 40 个字，现在有 54 个，请写短一点',
    );
    expect(field('#title-en').getAttribute('aria-invalid')).to.equal('true');
    await press('发出去');
    expect(await posted()).to.have.length(0);
    await write('#title-en', 'No water this afternoon');
    await press('发出去');
    await stands('今天停水');
    expect(await posted()).to.have.length(1);
  });

  it('is changed where it stands, and put back after it was taken down', async () => {
    await press('写通知');
    await write('#title', '今天停水');
    await press('发出去');
    await press('改：今天停水');
    await write('#title', '今天下午停水');
    await press('改好了，发出去');
    await stands('今天下午停水');
    const [changed] = await posted();
    expect(changed).to.include({ title: '今天下午停水', version: 2 });
    await press('撤下：今天下午停水');
    await until(async () => (await posted()).length === 0);
    await press('放回去');
    await stands('今天下午停水');
    expect((await posted()).map(({ title }) => title)).to.deep.equal(['今天下午停水']);
    expect((await posted())[0]?.untilMs, 'for as long as before').to.equal(changed?.untilMs);
  });

  it('is not taken down in another’s words: what was looked at is not what stands there', async () => {
    await press('写通知');
    await write('#title', '今天停水');
    await press('发出去');
    store.nextAnswer = { ok: false, status: 'conflict', code: 'conflict', detail: '2' };
    await press('撤下：今天停水');
    await until(() => words().includes('请看一眼再说'));
    expect(words()).to.contain('别人刚改过这条通知，请看一眼再说');
    expect(await posted()).to.have.length(1);
  });

  for (const width of [320, 390, 1440])
    it(`fits the glass at ${width}, in both languages`, async () => {
      await beGlass(width, 844);
      await press('写通知');
      await take('台风');
      for (const language of ['zh-CN', 'en'] as const) {
        await setLocale(language);
        await settled(notices);
        for (const one of deepAll(notices, '*'))
          expect(one.getBoundingClientRect().right, one.localName).to.be.at.most(width + 0.5);
      }
      await setLocale('zh-CN');
      if (width === 390) await expectAccessible(notices);
    });
});
