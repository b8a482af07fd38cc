/** Clocks drift and are corrected; past this somebody must look. */
const TOLERATED_MS = 3_600_000;

/**
 * What is wrong when a machine's clock is behind the time the hub has written down; null when nothing is. The hub goes
 * on from what it has written, so after a night without power and without a battery it would take today for yesterday.
 */
export function clockTrouble(hubMs: number, machineMs: number): string | null {
  if (hubMs - machineMs <= TOLERATED_MS) return null;
  const said = (ms: number): string => new Date(ms).toISOString().slice(0, 16).replace('T', ' ');
  return (
    `This machine's clock says ${said(machineMs)} UTC, but the hub had come to ${said(hubMs)} and goes on from there. ` +
    `Set the machine's clock, or let it ask a time server. If it was right and the hub had once run ahead of the time, ` +
    `put a backup from before back: npm run restore says which there are.`
  );
}
