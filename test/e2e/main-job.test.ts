import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { centreWhereItIs } from '../support/centre-at.ts';
import { goHome, loneTails, signIn, signInAs, takeBack } from '../support/elders.ts';
import { Profile } from '../support/faces.ts';
import { startHub, type HubProcess } from '../support/hub.ts';

/**
 * The main job, as a centre does it, in a real browser with a real hub: publish, see it on the glass, lose the hub,
 * start cold, go on, get the hub back. The steps build on each other, so a failed one fails those after it.
 */
describe('a morning at the centre', { timeout: 600_000 }, () => {
  const config = centreWhereItIs(10, 35);
  const profile = new Profile();
  let hub: HubProcess;
  let url: string;
  let dining: Page;
  let exercise: Page;
  let kiosk: Page;
  let canteen: Page;
  let leader: Page;

  before(async () => {
    hub = await startHub({ env: { LELING_CONFIG: config.folder } });
    ({ url } = hub);
    await profile.open();
  });

  after(async () => {
    await profile.dispose();
    await hub.dispose();
    config.remove();
  });

  it('every face opens from its one-time link, all in one browser', async () => {
    const { kiosk: kioskLink, screens, staff } = hub.links;
    dining = await profile.face('screen', linkOf(screens['dining-hall']));
    exercise = await profile.face('screen', linkOf(screens['exercise-room']));
    kiosk = await profile.face('kiosk', linkOf(kioskLink));
    canteen = await profile.face('phone', linkOf(staff.canteen));
    leader = await profile.face('staff', linkOf(staff.leader));
    await kiosk.getByRole('heading', { name: /今天中午吃/ }).waitFor();
    for (const page of [dining, exercise, kiosk, leader]) await profile.keptOffline(page);
  });

  it('a price the canteen publishes is painted in the dining hall, and staff see that it is', async () => {
    await dining.bringToFront();
    assert.equal(versionOf(await shown(dining, /^menu:.*\.lunch\.main@\d+$/)), 1);
    await canteen.bringToFront();
    await canteen.getByRole('link', { name: '修改菜单' }).click();
    await canteen
      .getByRole('article', { name: '番茄炒蛋' })
      .getByRole('textbox', { name: '价格' })
      .fill('6.5');
    await canteen.getByRole('button', { name: /^发布/ }).click();
    await canteen.getByText('已发布 第2版').first().waitFor();
    await dining.bringToFront();
    await shown(dining, /^menu:.*\.lunch\.main@2$/);
    await dining.getByText('6.5').waitFor();
    // It has come to the kiosk as well, which is to have it without the hub.
    await kiosk.bringToFront();
    await kiosk.getByText('6.5').waitFor();
    await canteen.bringToFront();
    await canteen.getByText(/^餐厅电视 \d+:\d\d:\d\d 起显示第2版$/).waitFor();
    await canteen.getByRole('link', { name: '今天' }).click();
    const glass = canteen.getByRole('region', { name: '餐厅电视' });
    await glass.filter({ hasText: /第2版.*起正在显示/ }).waitFor();
  });

  it('the leader starts the exercise and its screen draws the teacher, with the film on it for what cannot', async () => {
    await exercise.bringToFront();
    await wholeOnTheDevice(exercise);
    await leader.bringToFront();
    await leader.getByRole('link', { name: '活动' }).first().click();
    await leader.getByRole('button', { name: '活动室电视' }).click();
    await leader.getByRole('button', { name: '开始' }).click();
    await exercise.bringToFront();
    await shown(exercise, /^run:exercise-room@\d+$/);
    await playing(exercise);
    await exercise.getByText('镜面示范').waitFor();
  });

  it('with the hub killed, kiosk and screens start cold: the menu is right and the teacher goes on', async () => {
    await hub.kill('SIGKILL');
    await profile.close();
    await profile.open();
    dining = await profile.face('screen', `${url}/screen?device=dining-hall`);
    assert.equal(versionOf(await shown(dining, /^menu:.*\.lunch\.main@\d+$/)), 2);
    await dining.getByText('6.5').waitFor();
    exercise = await profile.face('screen', `${url}/screen?device=exercise-room`, (page) =>
      page.addInitScript(offForAMoment),
    );
    await playing(exercise);
    kiosk = await profile.face('kiosk', `${url}/kiosk`);
    await kiosk.getByText('6.5').waitFor();
  });

  it('five elders sign in meanwhile; one takes it back and signs in again', async () => {
    const [first, ...others] = loneTails(5);
    assert.ok(first);
    await signIn(kiosk, first);
    await takeBack(kiosk);
    await goHome(kiosk);
    for (const [at, tail] of [first, ...others].entries()) await signInAs(kiosk, tail, at + 1);
  });

  it('when the hub is back each of them counts once, and the screen shows it', async () => {
    await hub.restart();
    exercise = await again(exercise);
    await exercise.getByText('今天 5 人').waitFor();
    leader = await profile.face('staff', linkOf(hub.links.staff.leader));
    await leader.getByText('5 人', { exact: true }).first().waitFor();
  });

  it('no page has thrown an error', () => assert.deepEqual(profile.errors, []));
});

/** A page brought to the front: a hidden one paints nothing, and so reports nothing. */
async function again(page: Page): Promise<Page> {
  await page.bringToFront();
  return page;
}

function linkOf(link: string | null | undefined): string {
  assert.ok(link, 'the hub printed no such link');
  return link;
}

const versionOf = (showing: string): number => Number(showing.slice(showing.lastIndexOf('@') + 1));

/** Waits until a screen's document says that it shows something, and gives what. */
async function shown(page: Page, what: RegExp): Promise<string> {
  const found = await page.waitForFunction((pattern) => {
    const { showing } = document.documentElement.dataset;
    return showing !== undefined && new RegExp(pattern).test(showing) ? showing : null;
  }, what.source);
  return String(await found.jsonValue());
}

/** Waits until the film is whole on the device: the hub could be gone from here on. */
async function wholeOnTheDevice(page: Page): Promise<void> {
  await page.waitForFunction(async () => {
    for (const name of await caches.keys()) {
      const requests = await (await caches.open(name)).keys();
      // Its parts, while it comes, have longer names.
      if (requests.some((request) => /^\/media\/[0-9a-f]+$/.test(new URL(request.url).pathname))) return true;
    }
    return false;
  });
}

/** Runs in a page: as if the set had been off but for a moment, however long this machine takes. After longer it would wait. */
function offForAMoment(): void {
  const name = 'leling:run:exercise-room';
  const noted = JSON.parse(localStorage.getItem(name) ?? '{}');
  const joined = { ...noted.joined, atMs: Date.now() };
  // Written after what lies in the store, and so believed.
  localStorage.setItem(name, JSON.stringify({ ...noted, turn: noted.turn + 1, joined }));
}

/** Waits until the teacher on the glass moves. */
async function playing(page: Page): Promise<void> {
  const coach = page.locator('ll-coach');
  await coach.waitFor();
  await coach.evaluate(
    (element) =>
      new Promise<void>((resolve) => {
        let first: number | undefined;
        element.addEventListener('ll-coach-frame', (event) => {
          const { atMs } = Object(event);
          first ??= atMs;
          if (atMs > Number(first) + 400) resolve();
        });
      }),
  );
}
