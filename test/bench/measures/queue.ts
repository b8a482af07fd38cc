import { atMost, quantile, rounded, type Measure } from '../figures.ts';
import { whoCame } from '../support/hub-rows.ts';
import { openLobby } from '../support/lobby.ts';
import { memberId } from '../support/seeded-hub.ts';

/** Two hundred people who sign in one after the other at one kiosk: from the tap on one's name to ✓ on the glass. */
export const queue: Measure = async (context) => {
  const people = context.quick ? 10 : 200;
  const { kiosk, seeded, tap } = await openLobby(context, { members: people });
  const laps: number[] = [];
  const taps: number[] = [];
  const started = performance.now();
  for (let n = 0; n < people; n += 1) {
    let tapped = 0;
    const press = async (thing: Parameters<typeof tap>[0]): Promise<void> => {
      await tap(thing);
      tapped += 1;
    };
    await press(kiosk.getByRole('button', { name: /我来签到|下一位/ }).first());
    for (const digit of String(n).padStart(4, '0'))
      await press(kiosk.getByRole('button', { name: digit, exact: true }));
    const name = kiosk.locator('.names').getByRole('button').first();
    await name.waitFor();
    const done = kiosk.evaluate(untilDone);
    await press(name);
    laps.push(await done);
    taps.push(tapped);
    if (n % 20 === 19) context.say(`${n + 1} have signed in`);
  }
  const seconds = (performance.now() - started) / 1000;
  const members = Array.from({ length: people }, (_, n) => memberId(n));
  for (let tries = 0; ; tries += 1) {
    const came = whoCame(seeded.hub.dataDir, seeded.centreId);
    const missing = members.filter((one) => !came.has(one));
    if (missing.length === 0) break;
    if (tries === 60) throw new Error(`${missing.length} of ${people} who saw ✓ are not with the hub`);
    await kiosk.waitForTimeout(500);
  }
  const detail = { people, tapsEach: rounded(quantile(taps, 0.5)), secondsInAll: rounded(seconds) };
  return [
    atMost('from the tap on a name to ✓ on the glass (ms, p50)', quantile(laps, 0.5), null, detail),
    atMost('from the tap on a name to ✓ on the glass (ms, p99)', quantile(laps, 0.99), null),
  ];
};

/** In the page: how long from the next lifting of a finger to the frame that shows ✓, ms. */
function untilDone(): Promise<number> {
  const find = (root: ParentNode, words: string): boolean =>
    [...root.querySelectorAll('*')].some(
      (one) =>
        (one.shadowRoot !== null && find(one.shadowRoot, words)) ||
        (one.children.length === 0 && (one.textContent ?? '').includes(words)),
    );
  return new Promise((resolve) => {
    window.addEventListener(
      'pointerup',
      () => {
        const from = performance.now();
        const look = (): void => {
          if (find(document, '签好了')) requestAnimationFrame(() => resolve(performance.now() - from));
          else requestAnimationFrame(look);
        };
        look();
      },
      { capture: true, once: true },
    );
  });
}
