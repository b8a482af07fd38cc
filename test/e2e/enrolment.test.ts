import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { maskName } from '../../src/features/members/model/masking.ts';
import { centreWhereItIs } from '../support/centre-at.ts';
import { loneTails, settled, staysThere } from '../support/elders.ts';
import { Profile } from '../support/faces.ts';
import { startHub, type HubProcess } from '../support/hub.ts';
import { sampleOf } from '../support/sample.ts';

/** Physiotherapy has six places: five are given at the desk, and two kiosks want the last one. */
describe('putting a name down for the last place', { timeout: 600_000 }, () => {
  const config = centreWhereItIs(10, 35);
  const profile = new Profile();
  const tails = loneTails(2);
  let hub: HubProcess;
  let leader: Page;
  let lobby: Page;
  let door: Page;
  let lucky: Page;

  before(async () => {
    const lobbyFile = join(config.folder, 'lobby-kiosk.json');
    const second = { ...JSON.parse(readFileSync(lobbyFile, 'utf8')), id: 'door-kiosk', name: '大门一体机' };
    writeFileSync(join(config.folder, 'door-kiosk.json'), JSON.stringify(second));
    hub = await startHub({ env: { LELING_CONFIG: config.folder } });
    await profile.open();
    await profile.browser.addInitScript(staysThere);
  });

  after(async () => {
    await profile.dispose();
    await hub.dispose();
    config.remove();
  });

  it('the leader writes five down who ask at the desk', async () => {
    const { staff } = hub.links;
    leader = await profile.face('staff', staff.leader ?? '');
    await leader.getByRole('link', { name: '活动' }).first().click();
    await leader.setViewportSize({ width: 390, height: 844 });
    const timetable = leader.locator('ll-staff-timetable');
    const roll = timetable.getByRole('button', { name: '名单：理疗' });
    const heading = timetable.locator('h3[aria-live]');
    // A page that is not filled yet shows no day at all.
    await heading.waitFor();
    // On some days it is held today.
    for (let days = 0; days < 10 && !(await roll.isVisible()); days += 1) {
      const shown = await heading.innerText();
      const next = timetable.locator('.days [aria-pressed="true"] + button');
      if ((await next.count()) > 0) await next.click();
      else await timetable.getByRole('button', { name: '后一周' }).click();
      await leader.waitForFunction(
        ({ element, before: text }) => element?.textContent?.trim() !== text.trim(),
        { element: await heading.elementHandle(), before: shown },
      );
    }
    await roll.click();
    const taken = new Set(tails);
    const others = sampleOf('member').filter(({ phone }) => phone !== null && !taken.has(phone.slice(-4)));
    for (const [at, { name }] of others.slice(0, 5).entries()) {
      await leader.getByLabel('加一位：姓名，或手机尾号').fill(name);
      await leader
        .locator('ll-staff-roll-add')
        .getByRole('button', { name: maskName(name) })
        .first()
        .click();
      await leader.getByRole('heading', { name: `报名 ${at + 1} 人` }).waitFor();
    }
  });

  it('both kiosks say that one place is left', async () => {
    const links = [...hub.output.matchAll(/https?:\/\/\S+\/link\/\S+/g)].map(([link]) => link);
    lobby = await profile.face('kiosk', hub.links.kiosk ?? '');
    door = await profile.face('kiosk', kioskBeside(links, hub));
    for (const kiosk of [lobby, door]) {
      await kiosk.bringToFront();
      await press(kiosk, '上课活动');
      await press(kiosk, '理疗');
      await press(kiosk, /^(?!理疗$).*理疗/);
      await kiosk.getByText('还有 1 个名额').waitFor();
    }
  });

  it('without the hub neither says that there is a place', async () => {
    hub.pause();
    for (const [at, kiosk] of [lobby, door].entries()) {
      await kiosk.bringToFront();
      await press(kiosk, '我要报名');
      await sayWho(kiosk, tails[at] ?? '');
      await kiosk.getByRole('heading', { name: '已经记下' }).waitFor();
    }
  });

  it('with the hub back one has it and the other is the first to wait, and each is told its own', async () => {
    hub.resume();
    const said: string[] = [];
    for (const kiosk of [lobby, door]) {
      await kiosk.bringToFront();
      const heading = kiosk.getByRole('heading', { name: /报上了|候补第 1 位/ });
      await heading.waitFor();
      said.push(await heading.innerText());
    }
    assert.deepEqual([...said].sort(), ['候补第 1 位', '报上了'].sort());
    lucky = said[0] === '报上了' ? lobby : door;
  });

  it('who takes it back makes room for who waits, and staff read whom to tell', async () => {
    await lucky.bringToFront();
    await press(lucky, '刚才点错了');
    await lucky.getByRole('heading', { name: '刚才报的取消了' }).waitFor();
    await leader.bringToFront();
    await leader.getByText('候补上来的，请告诉他').waitFor();
  });

  it('no page has thrown an error', () => assert.deepEqual(profile.errors, []));
});

/** The link of the kiosk that is not the first. */
function kioskBeside(links: readonly string[], hub: HubProcess): string {
  const { kiosk, screens, staff } = hub.links;
  const known = new Set([kiosk, ...Object.values(screens), ...Object.values(staff)]);
  const other = links.find((link) => !known.has(link));
  assert.ok(other, hub.output);
  return other;
}

async function press(kiosk: Page, name: string | RegExp): Promise<void> {
  await settled(kiosk);
  await kiosk
    .getByRole('button', { name, exact: typeof name === 'string' })
    .first()
    .click();
}

/** The end of one's telephone number, and oneself among the names. */
async function sayWho(kiosk: Page, tail: string): Promise<void> {
  await kiosk.getByRole('group', { name: '数字键盘' }).waitFor();
  await settled(kiosk);
  for (const [at, digit] of [...tail].entries()) {
    // No finger is as quick as a test: it would be a contact that breaks.
    if (digit === tail[at - 1]) await settled(kiosk);
    await kiosk.getByRole('button', { name: digit, exact: true }).click();
  }
  await kiosk.getByRole('heading', { name: '是您吗？' }).waitFor();
  await settled(kiosk);
  await kiosk.locator('ll-pages.names').getByRole('button').first().click();
}
