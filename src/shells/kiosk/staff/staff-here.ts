import { oneOf, shape } from '../../../kernel/guards.ts';
import type { Role } from '../../../kernel/mutation.ts';
import { askHub, type Send } from '../../../store/hub-client.ts';

/** What the hub makes of a PIN: whose role it is, that it is nobody's, that one has to wait, or that it does not answer. */
export type StaffHere =
  | { readonly type: 'staff'; readonly role: Role }
  | { readonly type: 'wrong' }
  | { readonly type: 'wait'; readonly seconds: number }
  | { readonly type: 'away' };

const isRole = shape<{ readonly role: Role }>({
  role: oneOf('manager', 'canteen', 'leader', 'advisor', 'viewer'),
});

/**
 * Asks the hub. Only it knows the PINs: what a kiosk could check by itself, whoever stole the kiosk could try out, all
 * million of them within the hour.
 */
export async function askStaffHere(deviceId: string, secret: string, send?: Send): Promise<StaffHere> {
  const reply = await askHub(
    { method: 'POST', path: '/api/kiosk/staff', device: deviceId, body: { secret } },
    isRole,
    send,
  );
  if (reply.ok) return { type: 'staff', role: reply.value.role };
  const { type, code, waitS } = reply.error;
  if (type === 'throttled') return { type: 'wait', seconds: waitS ?? 60 };
  return code === 'wrong-secret' ? { type: 'wrong' } : { type: 'away' };
}
