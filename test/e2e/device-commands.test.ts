import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { Profile } from '../support/faces.ts';
import { startHub, type HubProcess } from '../support/hub.ts';

/** What staff ask of a television from its page on the console: done on the glass itself, and said only once it is. */
describe('a television that staff ask something of', { timeout: 300_000 }, () => {
  const profile = new Profile();
  const office = new Profile();
  let hub: HubProcess;
  let glass: Page;
  let page: Page;

  before(async () => {
    hub = await startHub({ stays: true });
    await Promise.all([profile.open(), office.open()]);
    const { screens, staff } = hub.links;
    glass = await profile.face('screen', linkOf(screens['dining-hall']));
    page = await office.face('staff', linkOf(staff.canteen));
    await page.getByRole('link', { name: '屏幕' }).click();
    await page.getByRole('button', { name: /详细.*餐厅电视/ }).click();
    await page.getByRole('heading', { name: '让它做' }).waitFor();
  });

  after(async () => {
    await Promise.all([profile.dispose(), office.dispose()]);
    await hub.dispose();
  });

  const answerTo = (name: RegExp) =>
    page
      .getByRole('listitem')
      .filter({ has: page.getByRole('button', { name }) })
      .getByRole('status');

  it('shows the number that the console names, over whatever stands there', async () => {
    const button = page.getByRole('button', { name: /亮出 \d+ 号/ });
    const mark = /\d+/.exec((await button.textContent()) ?? '')?.[0];
    await button.click();
    assert.equal(await glass.locator('ll-glass-mark').locator('b').textContent(), mark);
    await answerTo(/亮出 \d+ 号/)
      .getByText(/\d+:\d\d:\d\d 做到了/)
      .waitFor();
  });

  it('shows how it is, for whoever stands before it', async () => {
    await page.getByRole('button', { name: '亮出自查' }).click();
    await glass.locator('ll-glass-self-check').getByRole('heading').waitFor();
    await answerTo(/亮出自查/)
      .getByText(/做到了/)
      .waitFor();
  });

  it('starts anew, and says so from the page that came of it', async () => {
    await glass.evaluate(() => Object.assign(window, { isTheOldPage: true }));
    await page.getByRole('button', { name: '重新打开' }).click();
    await answerTo(/重新打开/)
      .getByText(/做到了/)
      .waitFor();
    assert.equal(await glass.evaluate(() => 'isTheOldPage' in window), false);
  });

  it('is as loud as it is set, and is so after it was switched off', async () => {
    await page.getByRole('button', { name: '小声些' }).click();
    await page.getByText('音量 90').waitFor();
    await answerTo(/小声些/)
      .getByText(/做到了/)
      .waitFor();
  });

  it('is made dark, which it is said to be once it is, and lit up again', async () => {
    await page.getByRole('button', { name: '熄屏' }).click();
    await answerTo(/亮起来/)
      .getByText('已经熄了')
      .waitFor();
    assert.match((await glass.evaluate(() => document.documentElement.dataset['showing'])) ?? '', /^dark:/);
    // Under the same finger as what made it dark: a second tap at once is taken for a tremble.
    await page.getByRole('button', { name: '亮起来' }).press('Enter');
    await glass.waitForFunction(() => !document.documentElement.dataset['showing']?.startsWith('dark:'));
  });

  it('is not said to have done what it has not answered', async () => {
    await glass.close();
    await page.getByRole('button', { name: /亮出 \d+ 号/ }).click();
    await answerTo(/亮出 \d+ 号/)
      .getByText('已经叫它了，等它回话')
      .waitFor();
  });

  it('and all that went by without an error on any page', async () => {
    assert.deepEqual([...profile.errors, ...office.errors], []);
  });
});

function linkOf(link: string | null | undefined): string {
  assert.ok(link, 'the hub gave no link');
  return link;
}
