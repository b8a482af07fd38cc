import type { Locator, Page } from 'playwright-core';
import { sampleOf } from './sample.ts';
import { until } from './until.ts';

/** The phone tails of sample members whom nobody shares one with. */
export function loneTails(count: number): readonly string[] {
  const tails = sampleOf('member').flatMap(({ phone }) => (phone === null ? [] : [phone.slice(-4)]));
  return tails.filter((tail) => tails.filter((one) => one === tail).length === 1).slice(0, count);
}

/**
 * Runs in a page: whoever stands there lays a finger on the glass now and then, on nothing. So nobody is asked whether they
 * are still there, however long a busy machine takes from step to step.
 */
export const staysThere = (): void => {
  setInterval(() => dispatchEvent(new PointerEvent('pointerup')), 5_000);
};

/** Waits out the moment in which a kiosk takes no tap after a change of page, nor a second one so soon. */
export const settled = (kiosk: Page): Promise<unknown> =>
  kiosk.evaluate(() => new Promise((resolve) => setTimeout(resolve, 750)));

/** On the keypad, once it is there. */
export async function typeTail(kiosk: Page, tail: string): Promise<void> {
  await kiosk.getByRole('group', { name: '数字键盘' }).waitFor();
  await settled(kiosk);
  for (const [at, digit] of [...tail].entries()) {
    // No finger is as quick as a test: it would be a contact that breaks.
    if (digit === tail[at - 1]) await settled(kiosk);
    await kiosk.getByRole('button', { name: digit, exact: true }).click();
  }
}

/** On some days another session is open too, and the kiosk asks which is meant. */
export const whichOne = (kiosk: Page): Locator =>
  kiosk
    .locator('ll-pages.targets')
    .getByRole('button', { name: /八段锦/ })
    .first();

/**
 * From the home page, or from the last elder's ✓, to the keypad. The ✓ makes way for the home page by itself, perhaps under
 * the finger: whoever meant it presses again.
 */
async function beginSignIn(kiosk: Page): Promise<void> {
  await settled(kiosk);
  const keypad = kiosk.getByRole('group', { name: '数字键盘' });
  const which = whichOne(kiosk);
  await until(async () => {
    await kiosk
      .getByRole('button', { name: /我来签到|下一位签到/ })
      .click({ timeout: 5_000 })
      .catch(() => undefined);
    return keypad
      .or(which)
      .first()
      .waitFor({ timeout: 5_000 })
      .then(
        () => true,
        () => false,
      );
  });
  if (await keypad.isVisible()) return;
  await settled(kiosk);
  await which.click();
  await keypad.waitFor();
}

/** From the home page, or from the last elder's ✓, to the question "is this you?". */
export async function findByTail(kiosk: Page, tail: string): Promise<void> {
  await beginSignIn(kiosk);
  await typeTail(kiosk, tail);
  await kiosk.getByRole('heading', { name: '是您吗？' }).waitFor();
}

/** From "is this you?" to ✓. */
export async function sayItIsMe(kiosk: Page): Promise<void> {
  await settled(kiosk);
  await kiosk.locator('ll-pages.names').getByRole('button').first().click();
  await kiosk.getByText('签好了').waitFor();
  await settled(kiosk);
}

/** From the home page, or from the last elder's ✓, to this one's. */
export async function signIn(kiosk: Page, tail: string): Promise<void> {
  await findByTail(kiosk, tail);
  await sayItIsMe(kiosk);
}

/** Leaves the ✓ for what stands behind it: by a press, or after it, where it has made way by itself on a busy machine. */
export const leaveDone = (kiosk: Page, next: Locator, by = '我好了'): Promise<true> =>
  until(async () => {
    if (await next.isVisible()) return true;
    await kiosk
      .getByRole('button', { name: by, exact: true })
      .click({ timeout: 1_000 })
      .catch(() => undefined);
    return false;
  });

/** Goes home, where the kiosk has not gone by itself meanwhile. */
export async function goHome(kiosk: Page): Promise<void> {
  await settled(kiosk);
  await leaveDone(kiosk, kiosk.getByRole('button', { name: '我来签到' }), '首页');
}

/** Takes back what has just been signed in for. */
export async function takeBack(kiosk: Page): Promise<void> {
  await kiosk.getByRole('button', { name: '刚才点错了' }).click();
  const done = kiosk.getByText('已经撤销');
  const sure = kiosk.getByRole('button', { name: '撤销', exact: true });
  await done.or(sure).first().waitFor();
  // A build before this one does not ask again.
  if (await sure.isVisible()) {
    await settled(kiosk);
    await sure.click();
  }
  await done.waitFor();
}

/** What the kiosk says of how many have come today, after an elder's ✓. A build before this one says it in another place. */
const figure = (kiosk: Page): Locator => kiosk.locator('.leaves').or(kiosk.locator('p.count')).last();

/** How many the kiosk says have come today, after an elder's ✓; null once that has gone. */
export async function cameToday(kiosk: Page): Promise<number | null> {
  const [said] = await figure(kiosk).allInnerTexts();
  return said === undefined ? null : Number(/\d+/.exec(said)?.[0]);
}

/**
 * An elder signs in, and the ✓ says that so many have come today. It is looked for from before the ✓: the figure may come
 * a moment after it, and both go by themselves, on a busy machine before anybody has looked.
 */
export async function signInAs(
  kiosk: Page,
  tail: string,
  count: number,
  how: (kiosk: Page, tail: string) => Promise<void> = signIn,
): Promise<void> {
  const says = figure(kiosk).filter({ hasText: new RegExp(`^\\D*${count}(?!\\d)`) });
  await Promise.all([says.waitFor(), how(kiosk, tail)]);
}
