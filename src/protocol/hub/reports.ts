import type { Actor } from '../../kernel/mutation.ts';
import type { HouseRules, HubMoment } from './house-rules.ts';
import type { HubTx } from './ports.ts';
import { HubRowTx, StorageFailure } from './row-tx.ts';

/** Takes what a device says of itself, each report alone: one that nobody can read, or that fails, is dropped by itself. */
export async function takeReports(
  tx: HubTx,
  house: HouseRules,
  actor: Actor,
  reports: readonly unknown[],
  at: HubMoment,
): Promise<number> {
  let taken = 0;
  for (const report of reports) {
    const { keep } = await tx.attempt(async (inner) => {
      try {
        return { keep: await house.takeReport(new HubRowTx(inner, actor), actor, report, at) };
      } catch (error) {
        if (error instanceof StorageFailure) throw error;
        return { keep: false };
      }
    });
    if (keep) taken += 1;
  }
  return taken;
}
