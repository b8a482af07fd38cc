import { glass } from '../support/faces.ts';
import { until } from '../support/until.ts';
import type { Driven } from './drivers/driver.ts';
import * as page from './in-page.ts';
import type { Staff } from './staff.ts';

/** What an engine has no part for. */
export class Cannot extends Error {}

/** A new television is paired by its code and answers how large it is by arrows and OK. */
export async function pairByRemote(
  it: Driven,
  origin: string,
  confirm: Staff['confirm'],
  measure: boolean,
): Promise<void> {
  await it.goto(`${origin}/screen`, glass.screen);
  const code = await until(async () => {
    const found = await it.evaluate(page.code);
    return typeof found === 'string' && /^\d{6}$/.test(found) && found;
  });
  if (measure) await apart(it);
  await confirm(code);
  await holds(it, page.says('这块屏有多大'), 'it is not asked how large it is');
  if (measure) await apart(it);
  const before = await it.evaluate(page.focused);
  await it.evaluate(page.pressKey(39));
  await holds(it, `${page.focused} !== ${JSON.stringify(before)}`, 'an arrow leads nowhere');
  await it.evaluate(page.pressKey(13));
  await holds(it, page.says('最后一排'), 'OK does nothing');
  if (measure) await apart(it);
  await it.evaluate(page.pressKey(13));
  await holds(it, `Boolean(${page.showing})`, 'its face does not open');
}

/** Waits until an expression holds in the page. */
export async function holds(
  browser: Pick<Driven, 'evaluate'>,
  expression: string,
  otherwise: string,
): Promise<void> {
  await until(async () => (await browser.evaluate(expression)) === true).catch(async (error: Error) => {
    const words = await browser.evaluate(page.words).catch(() => '?');
    throw new Error(`${otherwise}: ${error.message.split('\n')[0]}; on the glass: ${String(words)}`);
  });
}

export async function apart(browser: Driven | undefined): Promise<void> {
  if (browser === undefined) throw new Error('the engine does not start');
  // A board draws what it has and parts it into pages by what it has measured.
  let found: unknown;
  await until(async () => {
    found = await browser.evaluate(page.overlaps);
    return Array.isArray(found) && found.length === 0;
  }).catch(() => {
    throw new Error(Array.isArray(found) ? found.join('; ') : 'cannot measure');
  });
}

/** What stands on each page of the console once it is there. */
const ON_CONSOLE = [
  ['today', '今天签到'],
  ['menu', '加一道菜'],
  ['menu/week', '打印这一周'],
  ['menu/plan', '循环菜单'],
  ['activities', '活动安排'],
  ['screens', '屏幕日程'],
  ['policies', '政策和服务'],
  ['media', '轮播'],
  ['numbers', '来了多少人'],
  ['more', '谁改了什么'],
  ['more/accounts', '谁在这里工作'],
  ['people', '成员名册'],
] as const;

/** Whoever has the office's old PC comes to each page of a console that is open, to the first name in a list and to a sheet for what is new. */
export async function consoleWorks(browser: Pick<Driven, 'evaluate'>): Promise<void> {
  for (const [place, words] of ON_CONSOLE) {
    await browser.evaluate(page.goTo(place));
    await holds(browser, page.says(words), `no ${place} on the console`);
    await holds(browser, `${page.endless} === ''`, `something on ${place} has no end`);
  }
  await holds(browser, page.inView('ll-staff-members', '电话尾号'), 'no name to be seen in the list');
  await browser.evaluate(page.goTo('menu/dishes'));
  await holds(browser, page.press('^加一道新菜$'), 'no button for a new dish');
  await holds(browser, page.inView('ll-staff-dish-form', '菜名'), 'its sheet does not open');
}

/** The teacher on the glass, drawn or filmed, does not stand still. */
export async function teacherMoves(browser: Driven): Promise<void> {
  const seen = (): Promise<unknown> => browser.evaluate(page.teacher);
  const first = await until(async () => (await seen()) ?? undefined).catch(() => {
    throw new Error('there is no teacher on the glass');
  });
  await until(async () => (await seen()) !== first).catch(() => {
    throw new Error('the teacher stands still');
  });
}

/** A set that was off for long enough holds its run; somebody presses OK. */
export async function goesOn(browser: Driven): Promise<void> {
  if ((await browser.evaluate(page.says('歇一歇'))) !== true) return;
  await browser.evaluate(page.pressKey(13));
  await holds(browser, `!${page.says('歇一歇')}`, 'OK does not let it go on');
}

/** A film that the device keeps plays from it. */
export async function filmPlays(browser: Driven): Promise<void> {
  if ((await browser.evaluate(page.decodes)) !== true) throw new Cannot('no decoder for H.264');
  await browser.evaluate(page.playKept);
  await until(async () => Number(await browser.evaluate(page.keptFilmAt)) > 0.4).catch(async () => {
    throw new Error(`the film does not play: ${String(await browser.evaluate(page.keptFilmTrouble))}`);
  });
}

/** Presses as an elder does, with the moment in which a kiosk takes no tap. */
export async function pressed(kiosk: Driven, name: string): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 750));
  await holds(kiosk, page.press(name), `no button ${name}`);
}

/** By the end of a telephone number, and a press on the name. */
export async function signIn(kiosk: Driven, tail: string): Promise<void> {
  await pressed(kiosk, '签到$');
  const [which, digits] = [page.says('您来参加哪一个？'), page.says('请按电话号码的最后四位')];
  await holds(kiosk, `${which} || ${digits}`, 'nothing is asked');
  // On some days another session is open too.
  if ((await kiosk.evaluate(which)) === true) await pressed(kiosk, '八段锦');
  for (const digit of tail) await pressed(kiosk, `^${digit}$`);
  await holds(kiosk, page.says('是您吗？'), 'nobody is asked for');
  await new Promise((resolve) => setTimeout(resolve, 750));
  await holds(kiosk, page.pressFirstName, 'no button of a name');
  await holds(kiosk, page.says('签好了'), 'no ✓');
}
