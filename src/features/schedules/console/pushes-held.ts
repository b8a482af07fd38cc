import { isPushed, type Push } from '../model/push.ts';
import type { Known, Screen } from './read-schedules.ts';

/** What holds on a screen over its schedule. */
export interface HeldPush {
  readonly screen: Screen;
  readonly push: Push;
}

/** What holds at a time, by what was put up together with one press; both in the order of the screens. */
export function heldTogether(known: Known, nowMs: number): readonly (readonly HeldPush[])[] {
  const together = new Map<string, HeldPush[]>();
  for (const screen of known.screens) {
    const push = known.pushes.find(({ id }) => id === screen.id);
    if (push === undefined || !isPushed(push, nowMs)) continue;
    // A version counts each screen's own pushes, so it differs on screens that were sent the same.
    const { by, fromMs, untilMs, item } = push;
    const press = JSON.stringify([by, fromMs, untilMs, item]);
    together.set(press, [...(together.get(press) ?? []), { screen, push }]);
  }
  return [...together.values()];
}

/** Of what was ended, what can be put back: its time is still to come, and nothing else has been put up since. */
export const freeAgain = (ended: readonly Push[], known: Known, nowMs: number): readonly Push[] =>
  ended.filter(
    ({ id: screenId, untilMs }) =>
      untilMs > nowMs &&
      known.screens.some(({ id }) => id === screenId) &&
      !known.pushes.some((one) => one.id === screenId && isPushed(one, nowMs)),
  );
