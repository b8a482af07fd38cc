import { maySignIn } from '../../features/accounts/model/account.ts';
import type { AccountId, CentreId } from '../../kernel/ids.ts';
import type { Enrolment } from './enrolment.ts';
import type { OneTimeLinks } from './one-time-links.ts';
import type { SealingShares } from './sealing-shares.ts';
import type { Sessions } from './sessions.ts';
import type { StaffAccounts } from './staff-accounts.ts';

interface Deps {
  readonly sessions: Sessions;
  readonly sealingShares: SealingShares;
  readonly links: OneTimeLinks;
  readonly staff: StaffAccounts;
  readonly enrolment: Enrolment;
  /** Told of a console whose session has ended. */
  readonly changed: (deviceId: string) => void;
}

/** Shows people out from afar. */
export class SignOuts {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** Signs a person out on every console, or every other one: what lies there opens no more over a session. */
  async everywhere(accountId: AccountId, but: string | null = null): Promise<void> {
    const { sessions, sealingShares, changed } = this.#deps;
    for (const deviceId of await sessions.endElsewhere(accountId, but)) {
      await sealingShares.end(deviceId, accountId);
      changed(deviceId);
    }
  }

  /**
   * Ends for good what those had open who may not come in any more: unlocked again, a lost telephone is not let in with
   * its owner. The consoles that were theirs alone are signed off where they have left.
   */
  async ofThoseShutOut(centreId: CentreId): Promise<void> {
    const { staff, links, sessions, enrolment } = this.#deps;
    const open = new Set((await sessions.all()).map(({ accountId }) => accountId));
    for (const account of await staff.all(centreId)) {
      if (maySignIn(account)) continue;
      await links.withdraw('account', account.id);
      if (open.has(account.id)) await this.everywhere(account.id);
      if (account.active) continue;
      for (const deviceId of await sessions.onlyOf(account.id)) {
        const console = await enrolment.find(centreId, deviceId);
        await sessions.forget(deviceId);
        if (console?.kind === 'console') await enrolment.revoke(centreId, console);
      }
    }
  }
}
