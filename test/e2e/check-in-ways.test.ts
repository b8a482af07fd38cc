import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { Browser } from '../support/browser.ts';
import { centreWhereItIs } from '../support/centre-at.ts';
import {
  findByTail,
  goHome,
  loneTails,
  sayItIsMe,
  settled,
  signIn,
  takeBack,
  typeTail,
} from '../support/elders.ts';
import { Profile } from '../support/faces.ts';
import { startHub, type HubProcess } from '../support/hub.ts';
import { onlyTheExercise } from '../support/only-exercise.ts';
import { sampleOf } from '../support/sample.ts';
import { until } from '../support/until.ts';

/**
 * Two kiosks in one lobby and the ways to sign in. The steps build on each other, so a failed one fails those after it.
 */
describe('the ways to sign in', { timeout: 600_000 }, () => {
  const config = centreWhereItIs(10, 35);
  const lobby = new Profile();
  const corridor = new Profile();
  const members = sampleOf('member');
  let hub: HubProcess;
  let staff: Browser;
  let kiosk: Page;
  let other: Page;

  before(async () => {
    const device = JSON.parse(readFileSync(join(config.folder, 'lobby-kiosk.json'), 'utf8'));
    const second = { ...device, id: 'second-kiosk', name: '走廊一体机', place: '二楼走廊' };
    writeFileSync(join(config.folder, 'second-kiosk.json'), JSON.stringify(second));
    hub = await startHub({ env: { LELING_CONFIG: config.folder } });
    staff = new Browser(hub.url);
    await staff.open(hub.links.staff['manager'] ?? '');
    await onlyTheExercise(staff, config.folder);
    const link = await (await staff.post('/api/devices/second-kiosk/link', {})).json();
    await Promise.all([lobby.open(), corridor.open()]);
    kiosk = await lobby.face('kiosk', hub.links.kiosk ?? '');
    other = await corridor.face('kiosk', String(link.url));
  });

  after(async () => {
    await lobby.dispose();
    await corridor.dispose();
    await hub.dispose();
    config.remove();
  });

  /** How many have come to each session, as the hub counts. */
  async function counted(): Promise<number> {
    const answer = await (await staff.get('/sync/pull?clientId=c-reader&bucket=centre:sample')).json();
    const rows: readonly { kind: string; data: { count: number } | null }[] = answer.rows;
    return rows.reduce(
      (all, { kind, data }) => all + (kind === 'attendanceCount' ? (data?.count ?? 0) : 0),
      0,
    );
  }
  /** How many visits have come to the hub and are no longer one. */
  async function takenBack(): Promise<number> {
    const answer = await (await staff.get('/sync/pull?clientId=c-reader&bucket=people:sample')).json();
    const rows: readonly {
      kind: string;
      data: { claims: readonly { withdrawn: boolean }[] } | null;
    }[] = answer.rows;
    const claims = rows.flatMap(({ kind, data }) => (kind === 'attendance' ? (data?.claims ?? []) : []));
    return claims.filter(({ withdrawn }) => withdrawn).length;
  }
  const hubCounts = (count: number): Promise<unknown> => until(async () => (await counted()) === count);

  async function press(page: Page, name: string | RegExp): Promise<void> {
    await settled(page);
    await page.getByRole('button', { name }).first().click();
  }
  /** Waits until a ✓ says so much. */
  const signed = (page: Page, what: RegExp): Promise<void> =>
    page.locator('.signed').filter({ hasText: what }).waitFor();
  /** As a reader types: without a pause, which a busy test machine has between its keys. */
  const scan = (page: Page, card: string): Promise<void> =>
    page.evaluate(
      (keys) => {
        const now = performance.now();
        for (const key of keys) {
          const event = new KeyboardEvent('keydown', {
            key,
            bubbles: true,
            cancelable: true,
            composed: true,
          });
          Object.defineProperty(event, 'timeStamp', { value: now });
          document.body.dispatchEvent(event);
        }
      },
      [...card, 'Enter'],
    );

  it('a card at the home page signs its holder in without a tap, and the next card the next', async () => {
    // A ✓ goes by itself: what it says is looked for from before it.
    const first = signed(kiosk, /今天第\s*1\s*位.*这个月第 1 次/);
    // Before its page has all it will have, nothing listens yet.
    await until(async () => {
      await scan(kiosk, '0000000001');
      await kiosk.getByText(/签好了|签到过了/).waitFor({ timeout: 10_000 });
      return true;
    });
    await first;
    const second = signed(kiosk, /今天第\s*2\s*位/);
    await scan(kiosk, '0000000002');
    await second;
    await hubCounts(2);
    await goHome(kiosk);
  });

  it('a card nobody knows, and rubbish, end in a sentence and the keypad', async () => {
    await scan(kiosk, '9876543210');
    await kiosk.getByText('这张卡还没登记').waitFor();
    await scan(kiosk, '%%#;?~~!!');
    await kiosk.getByText('没读出来').waitFor();
    await goHome(kiosk);
  });

  it('two whose numbers end alike choose among masked names, and one takes it back', async () => {
    const tails = members.flatMap(({ phone }) => (phone === null ? [] : [phone.slice(-4)]));
    const shared = tails.find((tail, i) => tails.indexOf(tail) !== i) ?? '';
    await press(kiosk, '我来签到');
    await typeTail(kiosk, shared);
    await kiosk.getByText('哪一位是您？').waitFor();
    await sayItIsMe(kiosk);
    await takeBack(kiosk);
    // Their visit has come to the hub, and that it was none.
    await until(async () => (await takenBack()) === 1);
    await hubCounts(2);
    await goHome(kiosk);
  });

  it('a companion signs in the neighbour they look after, who has no telephone', async () => {
    const volunteer = members.find(({ pairedWith }) => pairedWith !== undefined);
    const tail = volunteer?.phone?.slice(-4) ?? '';
    await press(kiosk, '我来签到');
    await press(kiosk, '替邻居签到');
    await kiosk.getByText('先请按您自己电话号码').waitFor();
    await typeTail(kiosk, tail);
    await kiosk.getByText('是您吗？').waitFor();
    await settled(kiosk);
    await kiosk.locator('ll-pages.names').getByRole('button').first().click();
    await kiosk.getByText('替哪位邻居签到？').waitFor();
    await settled(kiosk);
    await kiosk.locator('ll-pages.names').getByRole('button').first().click();
    await kiosk.getByText('帮着签的').waitFor();
    await hubCounts(3);
    await goHome(kiosk);
  });

  it('who has no telephone finds their name by how it begins', async () => {
    await press(kiosk, '我来签到');
    await press(kiosk, '我没有电话');
    await kiosk.getByText('请按名字头一个字').waitFor();
    await press(kiosk, '周');
    await settled(kiosk);
    await kiosk.locator('ll-pages.names').getByRole('button').first().click();
    await kiosk.getByText('签好了').waitFor();
    await hubCounts(4);
    await goHome(kiosk);
  });

  it('a visitor is counted and nobody knows who it was', async () => {
    await press(kiosk, '我来签到');
    await press(kiosk, '我是访客');
    await press(kiosk, '是的，签到');
    await kiosk.getByText('签好了').waitFor();
    await hubCounts(5);
    await goHome(kiosk);
  });

  it('who signs in at two kiosks that hear of nobody counts once, when both are heard again', async () => {
    const [tail = ''] = loneTails(30).slice(-1);
    await hub.kill();
    for (const page of [kiosk, other])
      await Promise.all([signed(page, /连上以后就补进总数/), signIn(page, tail)]);
    await hub.restart();
    await hubCounts(6);
    await findByTail(other, tail);
    await settled(other);
    await other.locator('ll-pages.names').getByRole('button').first().click();
    await other.getByText('您已经签到过了').waitFor();
    assert.equal(await counted(), 6);
  });
});
