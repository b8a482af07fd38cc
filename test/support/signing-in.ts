import { LlKioskCheckIn } from '../../src/features/check-in/kiosk/kiosk-check-in.ts';
import { attendanceId } from '../../src/features/check-in/model/attendance.ts';
import { sessionId } from '../../src/features/classes/model/sessions.ts';
import { HUB_HEADER } from '../../src/protocol/wire/limits.ts';
import { hubKey } from '../../src/store/known-hub.ts';
import type { RowOf } from '../../src/kernel/rows.ts';
import type { FakeStore } from './fake-store.ts';
import { today } from './kiosk-centre.ts';
import { mountKiosk, pressableNamed, typeDigits } from './mount-kiosk.ts';
import { settled } from './mount.ts';

/*
 * Signing in at a kiosk, for component tests of what comes of it.
 */

/** The one session of the tests' kiosk. */
export const session = sessionId('baduanjin', today);

export const open = (store: FakeStore): Promise<LlKioskCheckIn> => mountKiosk(new LlKioskCheckIn(), store);

export async function press(page: LlKioskCheckIn, name: string | RegExp): Promise<void> {
  pressableNamed(page, name).click();
  await settled(page);
}

export async function signIn(page: LlKioskCheckIn, tail: string, name: RegExp): Promise<void> {
  await typeDigits(page, tail);
  await press(page, name);
}

export const claimsOf = async (store: FakeStore, member: string): Promise<RowOf<'attendance'>['claims']> =>
  (await store.query((view) => view.get('kiosk', 'attendance', attendanceId(session, member))))?.claims ?? [];

/**
 * What the hub answers a kiosk that asks what has come of a claim; null where it does not answer.
 * @returns how to have the browser ask for itself again
 */
export function hubTells(answer: { times: number; place: number; count: number } | null): () => void {
  const own = { fetch: window.fetch, known: localStorage.getItem(hubKey) };
  const headers = { [HUB_HEADER]: own.known ?? 'hub' };
  const reply = (): Response =>
    answer === null ? new Response('', { status: 503 }) : Response.json(answer, { headers });
  window.fetch = () => Promise.resolve(reply());
  return () => {
    window.fetch = own.fetch;
    if (own.known === null) localStorage.removeItem(hubKey);
  };
}

/** Whether there is a button of this name. */
export function offers(page: LlKioskCheckIn, name: string): boolean {
  try {
    return pressableNamed(page, name) !== null;
  } catch {
    return false;
  }
}
