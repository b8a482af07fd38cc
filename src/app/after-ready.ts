import type { LocalStore } from '../protocol/client/api.ts';
import { reportHealth } from './health.ts';
import { keepIdentityOf } from './keep-identity.ts';
import { bringMovedWork } from './moved-work.ts';
import { askToPersist } from './persistence.ts';
import { keepAppFresh } from './service-worker.ts';
import { warmFonts } from './warm-fonts.ts';

/** What a face needs but not to be shown: loaded once it is on the glass. */
export function afterReady(store: LocalStore, busy: () => boolean): void {
  keepAppFresh(busy, store);
  warmFonts();
  reportHealth(store);
  keepIdentityOf(store);
  bringMovedWork(store);
  void askToPersist();
}
