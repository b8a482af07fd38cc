import type { TakeReport } from '../../../kernel/report.ts';
import type { RowTx } from '../../../kernel/mutation.ts';
import { utcOffsetOf } from '../../../kernel/time.ts';
import { isNewest } from './own-run.ts';
import { runCounting } from './planned-run.ts';
import { COMMAND_VALID_MS, type Programme, type Run } from './run.ts';
import { runState } from './run-state.ts';

/** A screen on which something moves speaks every ten seconds; one that was off for long enough to wake is silent by then. */
const SILENT_AFTER_MS = 15_000;

/** What a screen really does of its run, for whoever leads it. */
export const takeRun: TakeReport<'run'> = async (tx, said, { deviceId, nowMs, agoMs }) => {
  await tx.put('staff', 'runReport', deviceId, {
    id: deviceId,
    version: said.version,
    state: said.state,
    positionMs: said.positionMs,
    rate: said.rate,
    picture: said.picture,
    silent: said.silent,
    following: said.following,
    driftMs: said.driftMs,
    leaps: said.leaps,
    mirrored: said.mirrored,
    seated: said.seated,
    voice: said.voice,
    volume: said.volume,
    can: said.can,
    atMs: Math.max(0, Math.round(nowMs - agoMs)),
  });
};

/** Takes over what was pressed on a set's own remote, where nobody has commanded since: the last command counts. */
export const takeOwnRun: TakeReport<'ownRun'> = async (tx, said, { deviceId, nowMs, agoMs }) => {
  const { basedOn, nth, programmeId, sessionId, state, positionMs, rate } = said;
  const row = await tx.get('centre', 'run', deviceId);
  if (!isNewest(row, { basedOn, nth })) return;
  const programme = await tx.get('city', 'programme', programmeId);
  if (programme === undefined) return;
  const version = (row?.version ?? 0) + 1;
  const [centre] = await tx.list('centre', 'centre');
  const counts = await runCounting(tx, deviceId, row, nowMs, utcOffsetOf(centre));
  const led = counts?.sessionId === sessionId ? counts : row;
  if (said.woke === true && led !== undefined && (await goesOnBeside(tx, led, programme, nowMs))) {
    // One set that lost its power does not stop the hall: it comes back to where the others are.
    const { own: _own, ...going } = led;
    const startBeforeMs = nowMs + COMMAND_VALID_MS;
    return tx.put('centre', 'run', deviceId, { ...going, version, startBeforeMs });
  }
  const asOfMs = Math.max(0, Math.round(nowMs - agoMs + (said.waitsMs ?? 0)));
  const run: Run = {
    id: deviceId,
    programmeId,
    sessionId,
    state,
    positionMs,
    asOfMs,
    rate,
    version,
    startedBy: led?.startedBy ?? deviceId,
    startBeforeMs: Math.max(nowMs, asOfMs) + COMMAND_VALID_MS,
    own: { basedOn, nth },
    ...(said.untilMs === undefined ? {} : { untilMs: said.untilMs }),
    ...(led?.together === undefined ? {} : { together: led.together }),
    ...(said.mirrored === undefined ? {} : { mirrored: said.mirrored }),
    ...(said.seated === undefined ? {} : { seated: said.seated }),
    ...(said.voice === undefined ? {} : { voice: said.voice }),
    ...(said.volume === undefined ? {} : { volume: said.volume }),
  };
  await tx.put('centre', 'run', deviceId, run);
  await leadOthers(tx, run);
};

/** Whether another screen that follows together with this one says that it goes on playing. */
async function goesOnBeside(tx: RowTx, led: Run, { durationMs }: Programme, nowMs: number): Promise<boolean> {
  if (runState(led, durationMs, nowMs) !== 'playing') return false;
  for (const screenId of led.together ?? []) {
    if (screenId === led.id) continue;
    const beside = await tx.get('staff', 'runReport', screenId);
    if (beside?.state === 'playing' && nowMs - beside.atMs < SILENT_AFTER_MS) return true;
  }
  return false;
}

/** Gives the command of one screen to all that follow together with it. */
export async function leadOthers(tx: RowTx, { own: _own, ...run }: Run): Promise<void> {
  for (const screenId of run.together ?? []) {
    if (screenId === run.id) continue;
    const standing = await tx.get('centre', 'run', screenId);
    await tx.put('centre', 'run', screenId, {
      ...run,
      id: screenId,
      version: (standing?.version ?? 0) + 1,
    });
  }
}
