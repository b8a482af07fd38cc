import type { View } from '../../../protocol/client/api.ts';

/** How many came to meals and to classes: what a headcount is worked out of. */
export const readCounts = async (view: View) => ({
  meals: await view.list('staff', 'mealCount'),
  checkIns: await view.list('centre', 'attendanceCount'),
});

export type Counts = Awaited<ReturnType<typeof readCounts>>;
