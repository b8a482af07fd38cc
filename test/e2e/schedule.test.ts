import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { addDays, civilMoment, unixOf, weekdayOf } from '../../src/kernel/time.ts';
import { centreWhereItIs } from '../support/centre-at.ts';
import { Profile } from '../support/faces.ts';
import { startHub, type HubProcess } from '../support/hub.ts';

/** Runs in a page before its own code: its wall clock is moved by `globalThis.__ahead` milliseconds, at any time. */
function movableClock(): void {
  const TrueDate = Date;
  const ahead = (): number => Number(Reflect.get(globalThis, '__ahead') ?? 0);
  globalThis.Date = class extends TrueDate {
    constructor(...args: ConstructorParameters<typeof TrueDate> | []) {
      if (args.length === 0) super(TrueDate.now() + ahead());
      else super(...args);
    }

    static override now(): number {
      return TrueDate.now() + ahead();
    }
  } as DateConstructor;
}

/**
 * What a screen shows when, as the canteen plans it and pushes over it, and as the screen holds to it with the hub gone.
 * The steps build on each other, so a failed one fails those after it.
 */
describe('a screen’s schedule', { timeout: 300_000 }, () => {
  const config = centreWhereItIs(10, 35);
  const profile = new Profile();
  let hub: HubProcess;
  let screen: Page;
  let canteen: Page;
  let offset = 0;

  const showing = async (what: RegExp): Promise<void> => {
    await screen.bringToFront();
    await screen.waitForFunction(
      ([source]) => new RegExp(source ?? '').test(document.documentElement.dataset['showing'] ?? ''),
      [what.source],
    );
  };

  before(async () => {
    hub = await startHub({ env: { LELING_CONFIG: config.folder } });
    await profile.open();
    screen = await profile.face('screen', linkOf(hub.links.screens['dining-hall']));
    canteen = await profile.face('phone', linkOf(hub.links.staff.canteen));
    ({ utcOffsetMinutes: offset } = JSON.parse(readFileSync(join(config.folder, 'centre.json'), 'utf8')));
    await showing(/^menu:/);
    await canteen.bringToFront();
    await canteen.getByRole('link', { name: '屏幕' }).click();
  });

  after(async () => {
    await profile.dispose();
    await hub.dispose();
    config.remove();
  });

  it('gives way to what the canteen pushes, which says whether the glass shows it, and ends when told', async () => {
    await canteen.getByRole('button', { name: '马上放…' }).click();
    const sheet = canteen.locator('ll-staff-push-sheet');
    await sheet.getByLabel('放什么').selectOption({ label: '欢迎辞' });
    await sheet.getByLabel(/^写什么/).fill('欢迎来吃饭');
    await sheet.getByLabel('餐厅电视').check();
    await sheet.getByRole('button', { name: '马上放', exact: true }).click();
    await showing(/^welcome:/);
    await screen.getByText('欢迎来吃饭').waitFor();
    await canteen.bringToFront();
    await canteen.getByText('屏幕已经在放').waitFor();
    await canteen
      .getByRole('region', { name: '餐厅电视' })
      .getByText(/放上去的，到/)
      .waitFor();
    await hub.kill();
    await canteen.getByText(/连不上主机/).waitFor();
    await canteen.getByRole('button', { name: '现在结束：餐厅电视' }).click();
    await canteen.getByText(/“现在结束”还没送到主机，屏幕上可能还在放/).waitFor();
    assert.equal(await canteen.getByText('没有临时放上去的，都按日程').count(), 0);
    await showing(/^welcome:/);
    await hub.restart();
    await showing(/^menu:/);
    await canteen.bringToFront();
    await canteen.getByText('没有临时放上去的，都按日程').waitFor();
  });

  it('is changed on the console, part by part, and the screen goes by it at once', async () => {
    await canteen.bringToFront();
    await canteen.getByRole('button', { name: '改日程：餐厅电视' }).click();
    await canteen.getByRole('button', { name: /^删掉/ }).click();
    // Both changes are seen to have come to the screen: what it has not heard it cannot hold to without the hub.
    await canteen.getByLabel('别的时候放什么').selectOption({ label: '欢迎辞' });
    await showing(/^welcome:/);
    await canteen.bringToFront();
    await canteen.getByRole('button', { name: '加一段时间' }).click();
    const sheet = canteen.locator('ll-staff-daypart-sheet');
    await sheet.getByLabel('放什么').selectOption({ label: '时钟和日历' });
    await sheet.getByLabel('从', { exact: true }).fill('08:00');
    await sheet.getByLabel('到', { exact: true }).fill('12:00');
    await sheet.getByRole('button', { name: '保存' }).click();
    await canteen.getByText(/^每天 上午8:00–/).waitFor();
    await showing(/^clock:/);
    await canteen.bringToFront();
    await canteen.getByText(/按日程，/).waitFor();
  });

  it('is held to without the hub: every part of every day of a week, and on the thirtieth day', async () => {
    await profile.keptOffline(screen);
    await screen.close();
    await hub.kill();
    screen = await profile.face('screen', `${hub.url}/screen`, (page) => page.addInitScript(movableClock));
    await showing(/^clock:/);
    const today = civilMoment(Date.now(), offset).date;
    const turnTo = (date: string, minute: number): Promise<void> =>
      screen.evaluate(
        (ahead) => void Reflect.set(globalThis, '__ahead', ahead),
        unixOf(date, minute, offset) - Date.now(),
      );
    const days = [1, 2, 3, 4, 5, 6, 7, 30].map((day) => addDays(today, day));
    assert.equal(new Set(days.map(weekdayOf)).size, 7);
    for (const date of days) {
      await turnTo(date, 8 * 60);
      await showing(new RegExp(`^clock:${date}@`));
      await turnTo(date, 12 * 60);
      await showing(/^welcome:/);
    }
    assert.deepEqual(profile.errors, []);
  });

  it('says nothing of any day while its clock has run off by ten years, and all again when it is right', async () => {
    const turnBy = (ahead: number): Promise<void> =>
      screen.evaluate((ms) => void Reflect.set(globalThis, '__ahead', ms), ahead);
    await turnBy(0);
    await showing(/^clock:/);
    await turnBy(3650 * 86_400_000);
    await showing(/^welcome:/);
    await turnBy(0);
    await showing(/^clock:/);
  });
});

function linkOf(link: string | undefined): string {
  assert.ok(link !== undefined);
  return link;
}
