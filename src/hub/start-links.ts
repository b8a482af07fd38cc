import { maySignIn } from '../features/accounts/model/account.ts';
import type { CentreId } from '../kernel/ids.ts';
import type { Role } from '../kernel/mutation.ts';
import type { Hub } from './createHub.ts';
import type { HubSync } from './sync/api.ts';

/** One link that a start prints. */
export interface StartLink {
  readonly face: 'kiosk' | 'screen' | 'staff';
  /** The device's id, or the account's role. */
  readonly key: string;
  /** The device's or the person's name. */
  readonly name: string;
  readonly url: string;
  /** Some browser is this device already: opening the link replaces it. */
  readonly isPaired: boolean;
}

/** The links of one start, and the same as `--links-json` writes them. */
export interface StartLinks {
  readonly list: readonly StartLink[];
  readonly json: LinksJson;
}

export interface LinksJson {
  readonly hub: string;
  readonly kiosk: string | null;
  readonly screens: Readonly<Record<string, string>>;
  readonly staff: Readonly<Record<string, string>>;
}

const ROLES: readonly Role[] = ['manager', 'canteen', 'leader', 'advisor'];

/** Mints a one-time link for each kiosk and screen, and for one person of each role. */
export async function freshLinks(
  hub: Hub,
  sync: HubSync,
  centreId: CentreId,
  origin: string,
): Promise<StartLinks> {
  const { devices, accounts } = await sync.read(centreId, async (tx) => ({
    devices: await tx.list('staff', 'device'),
    accounts: await tx.list('staff', 'account'),
  }));
  const list: StartLink[] = [];
  for (const kind of ['kiosk', 'screen'] as const) {
    for (const { id, name } of devices.filter((one) => one.kind === kind)) {
      const { secret } = await hub.mintLink({ target: 'device', targetId: id, centreId });
      list.push({
        face: kind,
        key: id,
        name,
        url: `${origin}/link/${secret}`,
        isPaired: await hub.isPaired(id),
      });
    }
  }
  for (const role of ROLES) {
    const account = accounts.find((one) => maySignIn(one) && one.role === role);
    if (account === undefined) continue;
    const { secret } = await hub.mintLink({ target: 'account', targetId: account.id, centreId });
    list.push({
      face: 'staff',
      key: role,
      name: account.name,
      url: `${origin}/link/${secret}`,
      isPaired: false,
    });
  }
  return { list, json: asJson(list, origin) };
}

function asJson(list: readonly StartLink[], hub: string): LinksJson {
  const byKey = (face: StartLink['face']): Record<string, string> =>
    Object.fromEntries(list.filter((one) => one.face === face).map(({ key, url }) => [key, url]));
  return {
    hub,
    kiosk: list.find((one) => one.face === 'kiosk')?.url ?? null,
    screens: byKey('screen'),
    staff: byKey('staff'),
  };
}
