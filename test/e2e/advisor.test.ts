import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { centreWhereItIs } from '../support/centre-at.ts';
import { loneTails, settled, staysThere } from '../support/elders.ts';
import { Profile } from '../support/faces.ts';
import { startHub, type HubProcess } from '../support/hub.ts';

/**
 * What an elder asks the advisor, on a real kiosk with a real hub: some questions, what may be applied for, a paper of it,
 * and a request that the advisor answers. The steps build on each other.
 */
describe("the advisor's questions", { timeout: 600_000 }, () => {
  const config = centreWhereItIs(10, 35);
  const profile = new Profile();
  let hub: HubProcess;
  let kiosk: Page;
  let advisor: Page;

  const tap = async (name: string | RegExp): Promise<void> => {
    const wanted = kiosk.getByRole('button', { name, exact: true }).filter({ visible: true }).first();
    await wanted.waitFor();
    await settled(kiosk);
    await wanted.click();
  };
  const heading = (name: string): Promise<void> =>
    kiosk.getByRole('heading', { name, exact: true }).filter({ visible: true }).waitFor();

  before(async () => {
    hub = await startHub({ env: { LELING_CONFIG: config.folder } });
    await profile.open();
    await profile.browser.addInitScript(staysThere);
    kiosk = await profile.face('kiosk', hub.links.kiosk ?? '');
    advisor = await profile.face('staff', hub.links.staff.advisor ?? '');
    await kiosk.bringToFront();
  });

  after(async () => {
    await profile.dispose();
    await hub.dispose();
    config.remove();
  });

  it('lead in a few taps to what may be applied for, money first, and why', async () => {
    await tap('政策咨询');
    await tap(/养老顾问问几句/);
    for (const [question, answer] of [
      ['您今年多大岁数？', /80 周岁以上/],
      ['您的户口在哪里？', '户口在本地'],
      ['您和谁一起住？', '一个人住'],
      ['您家有低保证、特困证吗？', /没有证，日子过得去/],
    ] as const) {
      await heading(question);
      await tap(answer);
    }
    // Nobody who gets by is asked whether somebody could support them.
    await heading('吃饭、穿衣、洗澡，要人帮吗？');
    await tap('自己都能做');
    for (;;) {
      const next = kiosk.getByRole('heading', { name: /？$|^您可以申请$/ }).filter({ visible: true });
      const asked = (await next.first().textContent()) ?? '';
      if (asked.includes('您可以申请')) break;
      await tap(/不知道/);
      await kiosk.getByRole('heading', { name: asked, exact: true }).filter({ visible: true }).waitFor({
        state: 'detached',
      });
    }
    const first = kiosk.locator('.choice').first();
    await first.filter({ hasText: /高龄津贴.*因为：满 80 岁、户口在本地/s }).waitFor();
  });

  it('end on paper, which is as long as what stands on it and holds no answer', async () => {
    await tap('带回去');
    await kiosk.getByRole('img', { name: /二维码/ }).waitFor();
    // The browser's own dialogue cannot be pressed here: what would be printed is kept at the moment it is asked for.
    await kiosk.evaluate(() => {
      window.print = () => {
        window.dispatchEvent(new Event('beforeprint'));
        const sheet = document.querySelector('ll-policy-sheet');
        document.body.dataset['printed'] = sheet?.shadowRoot?.textContent ?? '';
        window.dispatchEvent(new Event('afterprint'));
      };
    });
    await tap('打印出来');
    await kiosk.getByText('纸出来了吗？').waitFor();
    const printed = (await kiosk.evaluate(() => document.body.dataset['printed'])) ?? '';
    assert.match(printed, /您可以申请/);
    assert.match(printed, /高龄津贴/);
    assert.match(printed, /要带：身份证/);
    assert.doesNotMatch(printed, /一个人住|日子过得去/);
    await tap('拿到了');
  });

  it('and in a request that the advisor sees, and whose answer comes back to the glass', async () => {
    const [tail] = loneTails(1);
    assert.ok(tail !== undefined);
    await tap('返回');
    await heading('您可以申请');
    await tap('请顾问联系我');
    for (const digit of tail) await tap(digit);
    await kiosk.getByRole('heading', { name: '是您吗？' }).waitFor();
    await settled(kiosk);
    await kiosk.locator('button.name').filter({ visible: true }).first().click();
    await heading('已经交给顾问了');
    await advisor.bringToFront();
    const card = advisor.getByRole('region', { name: '请顾问联系' });
    await card.getByRole('button', { name: /我来联系/ }).click();
    await kiosk.bringToFront();
    await kiosk.getByRole('heading', { name: /看到了，会联系您/ }).waitFor();
    await advisor.bringToFront();
    await card.getByRole('button', { name: /办好了/ }).click();
    await card.getByRole('button', { name: /撤回/ }).waitFor();
    await kiosk.bringToFront();
    await tap('我好了');
    await kiosk.getByRole('heading', { name: /今天中午吃/ }).waitFor();
  });

  it('that is made without the hub is noted, says so, and reaches the advisor afterwards', async () => {
    await hub.kill();
    await tap('政策咨询');
    await tap(/自己找一找/);
    for (const letter of 'GLJT') await tap(letter);
    await tap(/^高龄津贴/);
    await tap('请顾问联系我');
    await tap(/不说名字/);
    await heading('已经记下了');
    await hub.restart();
    await heading('已经交给顾问了');
    await advisor.bringToFront();
    await advisor.getByText('想问：高龄津贴').waitFor();
  });

  it('say what the advisor has written on a telephone, also where the hub was away meanwhile', async () => {
    await advisor.setViewportSize({ width: 390, height: 844 });
    await advisor.getByRole('link', { name: '政策' }).click();
    await advisor.getByRole('button', { name: /^高龄津贴/ }).click();
    const sentence = advisor.getByLabel('一句话说清', { exact: true });
    await sentence.waitFor();
    await hub.kill();
    await sentence.fill('满 80 岁就有，来前台说一声就行。');
    await advisor.getByRole('button', { name: '发布', exact: true }).click();
    await advisor
      .getByText(/还没送到主机/)
      .first()
      .waitFor();
    await hub.restart();
    await advisor.getByText(/^已发布/).waitFor();
    await kiosk.bringToFront();
    await tap('我好了');
    await tap('政策咨询');
    await tap(/自己找一找/);
    for (const letter of 'GLJT') await tap(letter);
    await tap(/^高龄津贴/);
    await kiosk.getByText('满 80 岁就有，来前台说一声就行。').filter({ visible: true }).first().waitFor();
    assert.deepEqual(profile.errors, []);
  });
});
