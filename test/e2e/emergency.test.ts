import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { centreWhereItIs } from '../support/centre-at.ts';
import { Profile } from '../support/faces.ts';
import { startHub, type HubProcess } from '../support/hub.ts';

const SMOKE = '请马上离开餐厅';
const AGAIN = '演练：请到院子里集合';

/** From the first word to the all-clear, over a restart, a hub that is away and a television that is no longer let in. */
describe('an emergency', { timeout: 600_000 }, () => {
  const config = centreWhereItIs(10, 35);
  /** The television that is switched off stands in a browser of its own. */
  const [house, hall] = [new Profile(), new Profile()];
  let hub: HubProcess;
  let [staff, kiosk, exercise, dining]: (Page | undefined)[] = [];

  const page = (one: Page | undefined): Page => {
    assert.ok(one, 'the page is open');
    return one;
  };
  /** A page that is not in front is not painted: nobody sees it. */
  const inFront = async (one: Page | undefined): Promise<Page> => {
    await page(one).bringToFront();
    return page(one);
  };
  const banner = (): Locator => page(staff).getByRole('region', { name: '紧急' });
  const says = async (words: string | RegExp): Promise<void> => {
    await inFront(staff);
    await banner().filter({ hasText: words }).first().waitFor();
  };
  const on = async (one: Page | undefined, words: string): Promise<void> => {
    const shown = await inFront(one);
    await shown.getByText(words).first().waitFor();
  };
  const onTelevision = async (one: Page | undefined): Promise<void> =>
    (await inFront(one)).locator('html[data-showing^="notice:"]').waitFor({ state: 'attached' });
  const offTelevision = async (one: Page | undefined): Promise<void> =>
    (await inFront(one)).locator('html:not([data-showing^="notice:"])').waitFor({ state: 'attached' });
  const raise = async (title: string): Promise<void> => {
    const console = await inFront(staff);
    await console.getByRole('link', { name: '更多' }).click();
    await console.getByRole('button', { name: '紧急通知' }).click();
    await console.locator('#title').fill(title);
    await console.getByRole('button', { name: '下一步' }).click();
    // By keyboard: a second tap at once on the same spot is a finger that trembles.
    await console.getByRole('button', { name: '马上显示' }).press('Enter');
    await banner().filter({ hasText: title }).first().waitFor();
  };
  const openHall = async (): Promise<Page> => {
    await hall.open();
    return hall.face('screen', `${hub.url}/screen`);
  };

  before(async () => {
    hub = await startHub({ env: { LELING_CONFIG: config.folder } });
    await Promise.all([house.open(), hall.open()]);
    kiosk = await house.face('kiosk', hub.links.kiosk ?? '');
    exercise = await house.face('screen', hub.links.screens['exercise-room'] ?? '');
    staff = await house.face('staff', hub.links.staff['manager'] ?? '');
    dining = await hall.face('screen', hub.links.screens['dining-hall'] ?? '');
    await hall.keptOffline(dining);
  });

  after(async () => {
    await Promise.all([house.dispose(), hall.dispose()]);
    await hub.dispose();
    config.remove();
  });

  it('stands on every glass, and staff are told so by each', async () => {
    await raise(SMOKE);
    await onTelevision(dining);
    await says(/餐厅电视.*起正在显示/s);
    await onTelevision(exercise);
    await on(kiosk, SMOKE);
    await says('3 块屏上，每一块都确认了');
  });

  it('stands there again after the set was switched off, also with the hub away; nobody then says where it is', async () => {
    await hall.close();
    await hub.kill();
    dining = await openHall();
    await on(dining, SMOKE);
    await onTelevision(dining);
    await says('不知道哪块屏上有');
    assert.doesNotMatch((await banner().allInnerTexts()).join(' '), /正在显示/);
  });

  it('is off only when each glass is rid of it', async () => {
    await hub.restart();
    await says('解除');
    await banner().getByRole('button', { name: '解除' }).click();
    await banner().getByRole('button', { name: '已经没事，解除' }).click();
    await says(/没确认撤下|都撤下了/);
    for (const one of [dining, exercise]) await offTelevision(one);
    const home = await inFront(kiosk);
    await home.getByText(SMOKE).waitFor({ state: 'detached' });
    await says('都撤下了');
  });

  it('is said to be on no television that is not let in any more, and somebody is sent there', async () => {
    const answer = await page(staff).evaluate(async () => {
      const device = new URL(location.href).searchParams.get('device');
      const from = device === null ? '' : `?device=${device}`;
      return (await fetch(`/api/devices/exercise-room/token${from}`, { method: 'DELETE' })).status;
    });
    assert.equal(answer, 204);
    await raise(AGAIN);
    await onTelevision(dining);
    await on(kiosk, AGAIN);
    await says(/活动室电视\s*没有配对，收不到/);
    await says('1 块屏没有确认，共 3 块');
    await says('请马上派人过去');
  });

  it('no page has thrown an error', () => assert.deepEqual([...house.errors, ...hall.errors], []));
});
