import { comparableName, maySignIn, type Account } from '../../features/accounts/model/account.ts';
import type { CentreId } from '../../kernel/ids.ts';
import type { HubSync } from '../sync/api.ts';

export type { Account };

/** The centre's accounts, as their synced rows say: names and roles, never secrets. */
export class StaffAccounts {
  readonly #sync: HubSync;

  constructor(sync: HubSync) {
    this.#sync = sync;
  }

  /** An account that may still sign in. */
  async active(centreId: CentreId, accountId: string): Promise<Account | undefined> {
    const account = await this.#sync.read(centreId, (tx) => tx.get('staff', 'account', accountId));
    return account !== undefined && maySignIn(account) ? account : undefined;
  }

  /** Who signs in by this name; spelling is compared as people see it. */
  async named(centreId: CentreId, name: string): Promise<Account | undefined> {
    const accounts = await this.all(centreId);
    return accounts.find((one) => maySignIn(one) && comparableName(one.name) === comparableName(name));
  }

  all(centreId: CentreId): Promise<readonly Account[]> {
    return this.#sync.read(centreId, (tx) => tx.list('staff', 'account'));
  }

  /** Adds an account unless an active one has the name; told who did it, for the audit. */
  async add(centreId: CentreId, account: Account): Promise<boolean> {
    return this.#sync.write(centreId, async (tx) => {
      const others = await tx.list('staff', 'account');
      if (others.some((one) => one.active && comparableName(one.name) === comparableName(account.name)))
        return false;
      await tx.put('staff', 'account', account.id, account);
      return true;
    });
  }
}
