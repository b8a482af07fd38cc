import { isNumber, isText, shape } from '../kernel/guards.ts';
import { actorKeyOf } from '../kernel/mutation.ts';
import type { LocalStore } from '../protocol/client/api.ts';
import { readText, writeText } from '../store/local-texts.ts';

/** A member of staff whose work lies unsent in this browser, under one of its consoles. How much, never what. */
interface UnsentPerson {
  readonly deviceId: string;
  readonly accountId: string;
  readonly name: string;
  readonly count: number;
}

const key = 'leling:unsent';
const isUnsent = shape<UnsentPerson>({
  deviceId: isText,
  accountId: isText,
  name: isText,
  count: isNumber,
});

/** Everybody whose work waits in this browser, whoever is signed in. */
export function unsentPeople(): readonly UnsentPerson[] {
  try {
    const list: unknown = JSON.parse(readText(key) ?? '[]');
    return Array.isArray(list) ? list.filter(isUnsent) : [];
  } catch {
    return [];
  }
}

/** What waits besides that of a store itself. */
export const unsentElsewhere = (store: LocalStore): readonly UnsentPerson[] =>
  unsentPeople().filter((one) => !isOf(one, store));

/** Brings what the owner of a store left unsent on other consoles of this browser over to it. */
export async function bringOwnWork(store: LocalStore): Promise<void> {
  const own = ({ accountId }: UnsentPerson): boolean => accountId === actorKeyOf(store.actor);
  if (store.actor.type !== 'staff') return;
  const noted = unsentPeople()
    .filter(own)
    .map(({ deviceId }) => deviceId);
  const { bringOver } = await import('../store/bring-over.ts');
  await bringOver(store, noted, (deviceId) =>
    note(unsentPeople().filter((one) => one.deviceId !== deviceId || !own(one))),
  );
}

/** Notes, as it changes, how much of a person waits here, for whoever is signed in when they are not. */
export function noteUnsent(store: LocalStore): () => void {
  const { actor } = store;
  if (actor.type !== 'staff') return () => undefined;
  const { deviceId, accountId, name } = actor;
  return store.watchStatus(({ outbox }) => {
    const noted = unsentPeople();
    if ((noted.find((one) => isOf(one, store))?.count ?? 0) === outbox) return;
    const others = noted.filter((one) => !isOf(one, store));
    const now = outbox === 0 ? others : [...others, { deviceId, accountId, name, count: outbox }];
    note(now);
  });
}

/** Written down, and told to this page too: others hear of it from the browser. */
function note(people: readonly UnsentPerson[]): void {
  writeText(key, JSON.stringify(people));
  window.dispatchEvent(new StorageEvent('storage', { key }));
}

const isOf = ({ deviceId, accountId }: UnsentPerson, { actor }: LocalStore): boolean =>
  deviceId === actor.deviceId && accountId === actorKeyOf(actor);
