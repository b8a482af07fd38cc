import type { LocalStore } from '../protocol/client/api.ts';
import { warmFonts } from './fonts.ts';
import { reportHealth } from './health.ts';
import { keepIdentityOf } from './keep-identity.ts';
import { bringMovedWork } from './moved-work.ts';
import { askToPersist } from './persistence.ts';
import { keepAppFresh } from './service-worker.ts';

/** What a face needs but not to be shown: loaded once it is on the glass. */
export function afterReady(store: LocalStore, busy: () => boolean): void {
  keepAppFresh(busy, store);
  warmFonts();
  reportHealth(store);
  keepIdentityOf(store);
  bringMovedWork(store);
  void askToPersist();
}
