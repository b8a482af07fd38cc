import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { readCard } from '../support/card-reader.ts';
import { centreWhereItIs } from '../support/centre-at.ts';
import { goHome, loneTails, settled, staysThere } from '../support/elders.ts';
import { Profile } from '../support/faces.ts';
import { startHub, type HubProcess } from '../support/hub.ts';
import { sampleOf } from '../support/sample.ts';
import { until } from '../support/until.ts';

const POLICY = '高龄津贴';
const days = [
  {
    on: 'a telephone',
    glass: { width: 390, height: 844 },
    /** Nobody looks over it: it is published as it is written. */
    approved: false,
    sentence: '满 80 岁就有，带上身份证来一趟就行。',
    note: '打过一次没人接',
    newcomer: { name: '独孤明月', masked: '独孤*月', phone: '13700009183', card: '9100000001' },
  },
  {
    on: 'a desk',
    glass: { width: 1440, height: 900 },
    approved: true,
    sentence: '满 80 岁就有，家里人代办也行。',
    note: '约好周四上门',
    newcomer: { name: '令狐知秋', masked: '令狐*秋', phone: '13700009184', card: '9100000002' },
  },
] as const;

/**
 * An advisor's day on a telephone and at a desk, each job from the press to what an elder meets at the kiosk, and each with
 * the hub hung in the middle of it. The steps build on each other, so a failed one fails those after it.
 */
describe("an advisor's day", { timeout: 600_000 }, () => {
  const config = centreWhereItIs(10, 35);
  const profile = new Profile();
  const elders = loneTails(3).map((tail) => {
    const found = sampleOf('member').find(({ phone }) => phone?.endsWith(tail));
    assert.ok(found);
    return { tail, name: found.name };
  });
  let hub: HubProcess;
  let kiosk: Page;
  let advisor: Page;

  before(async () => {
    hub = await startHub({ env: { LELING_CONFIG: config.folder } });
    await profile.open();
    await profile.browser.addInitScript(staysThere);
    [kiosk, advisor] = await Promise.all([
      profile.face('kiosk', hub.links.kiosk ?? ''),
      profile.face('phone', hub.links.staff['advisor'] ?? ''),
    ]);
    await Promise.all([profile.keptOffline(kiosk), profile.keptOffline(advisor)]);
  });
  after(async () => {
    await profile.dispose();
    await hub.dispose();
    config.remove();
  });

  const tap = async (name: string | RegExp): Promise<void> => {
    const wanted = kiosk.getByRole('button', { name, exact: true }).filter({ visible: true }).first();
    await wanted.waitFor();
    await settled(kiosk);
    await wanted.click();
  };
  const onKiosk = (words: string | RegExp): Promise<void> =>
    kiosk.getByText(words).filter({ visible: true }).first().waitFor();
  const go = (page: Page, section: string): Promise<void> =>
    page.getByRole('link', { name: section, exact: true }).first().click();
  const press = (name: string | RegExp): Promise<void> =>
    advisor.getByRole('button', { name, exact: true }).first().click();

  /** What is done while the hub hangs is said to wait, and waits no more once it is back. */
  async function whileAway(work: () => Promise<void>, waits: RegExp): Promise<void> {
    hub.pause();
    try {
      await work();
      await advisor.getByText(waits).first().waitFor();
    } finally {
      hub.resume();
    }
    await advisor.getByText(waits).first().waitFor({ state: 'detached' });
  }

  /** Holds a card to the kiosk's reader till it says that. A card that is not known yet, or no more, is held again. */
  const scanTill = (card: string, said: string): Promise<true> =>
    until(async () => {
      await goHome(kiosk);
      await kiosk.evaluate(readCard, card);
      return kiosk
        .getByText(said)
        .filter({ visible: true })
        .first()
        .waitFor({ timeout: 5_000 })
        .then(
          () => true as const,
          () => false as const,
        );
    });

  for (const [at, { on, glass, approved, sentence, note, newcomer }] of days.entries()) {
    it(`has a policy put right on ${on}, for who stands before it`, async () => {
      await advisor.setViewportSize(glass);
      await tap('政策咨询');
      await tap(/自己找一找/);
      for (const letter of 'GL') await tap(letter);
      await tap(new RegExp(`^${POLICY}`));
      await kiosk.getByRole('heading', { name: POLICY }).filter({ visible: true }).first().waitFor();
      const manager = approved ? await profile.face('staff', hub.links.staff['manager'] ?? '') : null;
      if (manager !== null) {
        await go(manager, '政策');
        await manager.getByLabel('发布前要另一个人批准').check();
        await manager.getByText('一个人写，另一个人批准').waitFor();
        await advisor.bringToFront();
      }
      await go(advisor, '政策');
      await press(new RegExp(`^${POLICY}`));
      await advisor.getByLabel('一句话说清', { exact: true }).fill(sentence);
      await whileAway(() => press(approved ? '送去批准' : '发布'), /还没送到主机/);
      if (manager !== null) {
        await advisor.getByText(/^已送出，等另一位批准/).waitFor();
        assert.equal(await kiosk.getByText(sentence).count(), 0, 'nobody has approved it yet');
        await manager.bringToFront();
        await manager.getByRole('button', { name: new RegExp(`^${POLICY}`) }).click();
        await manager.getByRole('button', { name: '批准并发布' }).click();
        await kiosk.bringToFront();
      }
      await onKiosk(sentence);
      await manager?.close();
    });

    it(`has a request taken, noted, done and opened anew on ${on}`, async () => {
      const { tail, name } = elders[at] ?? { tail: '', name: '' };
      await kiosk.bringToFront();
      await tap('请顾问联系我');
      for (const [nth, digit] of [...tail].entries()) {
        if (digit === tail[nth - 1]) await settled(kiosk);
        await tap(digit);
      }
      await kiosk.getByRole('heading', { name: '是您吗？' }).waitFor();
      await settled(kiosk);
      await kiosk.locator('button.name').filter({ visible: true }).first().click();
      await onKiosk('已经交给顾问了');
      await advisor.bringToFront();
      await go(advisor, '今天');
      await press(`我来联系 ${name}`);
      await onKiosk(/看到了，会联系您/);
      await whileAway(async () => {
        await press(`记一笔：${name}`);
        await advisor.getByLabel(`记一笔：${name}`).fill(note);
        await press('记下');
        await advisor.getByText(note).first().waitFor();
        await press(`${name} 的办好了`);
        await advisor.getByText(`${name}：已办好`).waitFor();
      }, /2 条等着送出/);
      await onKiosk('顾问说已经办好了');
      await go(advisor, '政策');
      await advisor.getByText(/^最近办好的/).click();
      await advisor.getByText(note).first().waitFor();
      await press(`重新打开：${name}`);
      await onKiosk('已经交给顾问了');
      await press(`${name} 的办好了`);
      await onKiosk('顾问说已经办好了');
      await kiosk.bringToFront();
      await tap('我好了');
    });

    it(`has a newcomer given a card on ${on}, who signs in by it as they like it, and a neighbour after them`, async () => {
      const neighbour = elders[2];
      assert.ok(neighbour);
      await advisor.bringToFront();
      await go(advisor, '长者');
      await press('加一位');
      await advisor.getByLabel('姓名', { exact: true }).fill(newcomer.name);
      await advisor.getByLabel('电话', { exact: true }).fill(newcomer.phone);
      // A reader is a keyboard that ends with Enter.
      await advisor.getByLabel('刷卡或输入卡号').focus();
      await advisor.keyboard.type(newcomer.card);
      await advisor.keyboard.press('Enter');
      await advisor.getByText('读到一张新卡').waitFor();
      await advisor.getByLabel('找要照看的人').fill(neighbour.tail);
      await press(new RegExp(`…${neighbour.tail}$`));
      await advisor.getByText(/^用一体机的习惯/).click();
      await advisor.getByLabel('字多大').selectOption('1.6');
      await whileAway(async () => {
        await press('存好');
        // Until its sheet has gone nothing beneath can be typed in.
        await advisor.locator('ll-sheet[open]').waitFor({ state: 'detached' });
        await advisor.getByLabel(/^找人/).fill(newcomer.phone.slice(-4));
        await advisor.getByRole('button', { name: newcomer.masked }).waitFor();
      }, /等着交给主机/);
      await kiosk.bringToFront();
      await scanTill(newcomer.card, '签好了');
      await onKiosk(newcomer.masked);
      await kiosk.locator('html[data-enlarged]').waitFor();
      await tap('邻居也签上');
      await onKiosk('替哪位邻居签到？');
      await settled(kiosk);
      await kiosk.locator('ll-pages.names').getByRole('button').first().click();
      await onKiosk(at === 0 ? '帮着签的' : /签到过了/);
    });

    it(`has who comes no more struck off on ${on}: their card opens nothing`, async () => {
      await advisor.bringToFront();
      await press(new RegExp(newcomer.masked.replace('*', '\\*')));
      await press('看资料');
      await advisor.getByText(newcomer.phone).first().waitFor();
      await whileAway(() => press('不来了'), /条等着送出/);
      await advisor.getByRole('button', { name: '又来了' }).waitFor();
      await advisor.keyboard.press('Escape');
      await kiosk.bringToFront();
      await scanTill(newcomer.card, '这张卡还没登记');
      await goHome(kiosk);
      assert.deepEqual(profile.errors, []);
    });
  }
});
