import { expect } from 'chai';
import { LlStaffNoticesToRead } from '../../../../src/features/notices/console/staff-notices-to-read.ts';
import { LlStaffNotices } from '../../../../src/features/notices/console/staff-notices.ts';
import { NOTICE_HOUSE } from '../../../../src/features/notices/model/notice-house.ts';
import { setLocale } from '../../../../src/i18n/index.ts';
import '../../../../src/i18n/staff-texts.ts';
import { id } from '../../../../src/kernel/ids.ts';
import type { RowOf } from '../../../../src/kernel/rows.ts';
import { expectAccessible } from '../../../support/axe.ts';
import { beGlass } from '../../../support/camera.ts';
import type { FakeStore } from '../../../support/fake-store.ts';
import { at } from '../../../support/kiosk-centre.ts';
import { button, deepAll, mount, settled, unmountAll } from '../../../support/mount.ts';
import { staff, staffStore } from '../../../support/staff-centre.ts';

const proposal = (accountId: string): RowOf<'noticeProposal'> => ({
  id: id('water'),
  notice: {
    id: id('water'),
    level: 'urgent',
    title: '今天 2 点到 4 点停水',
    body: '停水的时候卫生间冲不了水',
    titleEn: 'No water today from 2 to 4',
    bodyEn: null,
    fromMs: at(10, 0),
    untilMs: null,
    by: '李师傅',
    version: 1,
  },
  accountId: id(accountId),
  atMs: at(10, 0),
});

describe('An urgent notice that waits for a second person', () => {
  let store: FakeStore;
  let notices: LlStaffNotices;
  const words = (): string =>
    deepAll(notices, 'p, h3, label')
      .map((one) => one.textContent?.replace(/\s+/g, ' ').trim() ?? '')
      .join(' ');
  const press = async (name: string): Promise<void> => {
    button(notices, name).click();
    await settled(notices);
  };
  const buttons = (): string =>
    deepAll(notices, 'button')
      .map((one) => one.textContent?.trim())
      .join(' ');

  async function open(role: 'canteen' | 'manager', writer: string): Promise<void> {
    store = staffStore(staff(role));
    store.put('staff', 'noticeProposal', 'water', proposal(writer));
    notices = new LlStaffNotices();
    notices.decides = role === 'manager';
    await mount(notices, { store });
  }
  afterEach(async () => {
    unmountAll();
    await setLocale('zh-CN');
  });

  it('is read whole, in both languages, and sent out by somebody else', async () => {
    await open('manager', 'account-canteen');
    expect(words())
      .to.contain('今天 2 点到 4 点停水')
      .and.to.contain('No water today')
      .and.to.contain('只在一体机 · 一直到撤下 · 李师傅');
    await press('看过了，发出去：今天 2 点到 4 点停水');
    expect(
      (await store.query((view) => view.list('centre', 'notice'))).map(({ title }) => title),
    ).to.deep.equal(['今天 2 点到 4 点停水']);
    expect(words()).not.to.contain('等另一个人看过');
  });

  it('is told on the day’s own page to whoever may send it out: behind 更多 nobody would look', async () => {
    const told = async (writer: string): Promise<string> => {
      const rows = staffStore(staff('manager')).put('staff', 'noticeProposal', 'water', proposal(writer));
      const line = await mount(new LlStaffNoticesToRead(), { store: rows });
      const found = deepAll(line, 'p')
        .map((one) => one.textContent.replace(/\s+/g, ' ').trim())
        .join();
      unmountAll();
      return found;
    };
    expect(await told('account-canteen')).to.equal('1 条要紧通知等您看过再发 看一看');
    expect(await told('account-manager'), 'one’s own waits for others').to.equal('');
  });

  it('is sent out by nobody who wrote it, who may give it up', async () => {
    await open('canteen', 'account-canteen');
    expect(words()).to.contain('您写的，请别的同事看一眼再发');
    expect(buttons()).not.to.contain('看过了');
    await press('不发了：今天 2 点到 4 点停水');
    expect(await store.query((view) => view.list('staff', 'noticeProposal'))).to.have.length(0);
  });

  it('is what the manager wants or does not, and nobody else is asked', async () => {
    await open('manager', 'account-canteen');
    const tick = deepAll(notices, 'input[type="checkbox"]')[0];
    tick?.click();
    await settled(notices);
    expect((await store.query((view) => view.get('staff', 'noticeHouse', NOTICE_HOUSE)))?.twoPairs).to.equal(
      true,
    );
    expect(words()).to.contain('紧急通知不用等');
    unmountAll();
    await open('canteen', 'account-leader');
    expect(deepAll(notices, 'input[type="checkbox"]')).to.have.length(0);
  });

  for (const width of [320, 390, 1440])
    it(`fits the glass at ${width}, in both languages`, async () => {
      await beGlass(width, 844);
      await open('manager', 'account-canteen');
      for (const language of ['zh-CN', 'en'] as const) {
        await setLocale(language);
        await settled(notices);
        for (const one of deepAll(notices, '*'))
          expect(one.getBoundingClientRect().right, one.localName).to.be.at.most(width + 0.5);
      }
      if (width === 390) await expectAccessible(notices);
    });
});
