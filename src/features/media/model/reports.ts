import { isOwnWord } from '../../devices/model/own-word.ts';
import type { TakeReport } from '../../../kernel/report.ts';
import type { RowOf } from '../../../kernel/rows.ts';

/** How far a download has come is written down only so often. */
const PROGRESS_MS = 4000;

/** What a device holds of what it is to hold, by its own word. */
export const takeMedia: TakeReport<'media'> = async (tx, report, { deviceId, nowMs }) => {
  const { budgetBytes, heldBytes, wantedFiles, readyFiles, wantedBytes, readyBytes } = report;
  const faults = report.faults.map(({ media, why }) => ({ media, why }));
  const said = { budgetBytes, heldBytes, wantedFiles, readyFiles, wantedBytes, readyBytes, faults };
  const before = await tx.get('staff', 'deviceMedia', deviceId);
  const device = await tx.get('staff', 'device', deviceId);
  // Of what another set held that hung there before, this one has said nothing yet.
  const isOwn = before !== undefined && (device === undefined || isOwnWord(device, before.heardMs, nowMs));
  if (isOwn && !isNews(before, said) && nowMs >= before.heardMs) {
    if (before.readyBytes === readyBytes || nowMs - before.heardMs < PROGRESS_MS) return;
  }
  await tx.put('staff', 'deviceMedia', deviceId, { id: deviceId, heardMs: nowMs, ...said });
};

type Said = Omit<RowOf<'deviceMedia'>, 'id' | 'heardMs'>;

/** Whether something else is wanted, has come, or is the matter: not only more of a file under way. */
const isNews = (before: Said, now: Said): boolean =>
  before.budgetBytes !== now.budgetBytes ||
  before.wantedFiles !== now.wantedFiles ||
  before.wantedBytes !== now.wantedBytes ||
  before.readyFiles !== now.readyFiles ||
  JSON.stringify(before.faults) !== JSON.stringify(now.faults);
