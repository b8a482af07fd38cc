import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { LiveQuery } from '../../../app/live-query.ts';
import { onStore } from '../../../app/on-store.ts';
import { forgetUnfinished } from '../../../app/unfinished-form.ts';
import type { RowOf } from '../../../kernel/rows.ts';
import type { LocalStore } from '../../../protocol/client/api.ts';

/**
 * Of who was deleted this device forgets also what lies in no row: a form that was not finished, and what the hub had told
 * of their visits. It does so on whatever page somebody is, and at the next start what a page that is gone had left.
 */
export class ForgetFormer implements ReactiveController {
  readonly #former: LiveQuery<readonly RowOf<'formerMember'>[], []>;
  readonly #done = new Set<string>();
  #store: LocalStore | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#former = new LiveQuery(host, {
      query: (view) => view.list('people', 'formerMember'),
      args: () => [],
    });
    onStore(host, (store) => {
      this.#store = store;
      this.#done.clear();
    });
    host.addController(this);
  }

  hostUpdated(): void {
    const store = this.#store;
    if (store === undefined) return;
    for (const { id } of this.#former.value ?? []) {
      if (this.#done.has(id)) continue;
      this.#done.add(id);
      forget(store, id).catch((error: unknown) => {
        this.#done.delete(id);
        console.error(error);
      });
    }
  }
}

async function forget(store: LocalStore, memberId: string): Promise<void> {
  await forgetUnfinished(store, 'member', memberId);
  const visits = `/api/attendance/members/${encodeURIComponent(memberId)}`;
  const told = await store.recall(visits);
  if (told !== undefined && told !== null) await store.remember(visits, null);
}
