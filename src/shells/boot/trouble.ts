import { useTypeface } from '../../app/fonts.ts';
import { tellWorker } from '../../app/worker.ts';
import { keepFault } from '../../store/faults.ts';
import { isDamage, isRefused } from '../../store/storage/ladder/engine-errors.ts';
import { NewerDatabase } from '../../store/storage/newer-database.ts';
import { NothingKept } from './nothing-kept.ts';
import type { TroubleKind } from './trouble-kind.ts';
import { LlTroublePage } from './trouble-page.ts';

/**
 * Shows the trouble in words a person can read, in place of whatever the page shows.
 * @param kind what it is, unless the error says more
 */
export function showTrouble(kind: TroubleKind, error?: unknown): HTMLElement {
  useTypeface();
  // Told again while a store is tried, it is the same page: under a finger that presses, and with its minute running.
  const page = document.querySelector('ll-trouble-page') ?? new LlTroublePage();
  page.kind = kindOf(error) ?? kind;
  page.detail = error === undefined ? '' : String(error);
  // Told to the hub by the next page that stands.
  if (page.kind === 'broken' && page.detail !== '')
    keepFault({ kind: 'error', text: page.detail, where: '' });
  // The service worker judges by it whether the build is at fault; a disk that cannot be read is not of its making.
  if (page.kind === 'broken' && !isDamage(error) && !isRefused(error)) tellWorker('FAILED');
  else tellWorker(page.kind === 'opening' ? 'OPENING' : 'FORGIVE');
  if (page.isConnected) return page;
  document.body.textContent = '';
  document.body.append(page);
  return page;
}

function kindOf(error: unknown): TroubleKind | null {
  if (error instanceof NewerDatabase) return 'newer';
  if (error instanceof NothingKept) return 'refused';
  return error instanceof DOMException && error.name === 'QuotaExceededError' ? 'full' : null;
}
