import type { Static } from 'typebox';
import { problemText } from '../../../kernel/check.ts';
import {
  applied,
  defineMutation,
  refused,
  signature,
  type MutationContext,
  type Outcome,
  type RowTx,
} from '../../../kernel/mutation.ts';
import { checkProgramme } from './check-programme.ts';
import type { ProgrammeSaveArgs, RunJumpArgs, RunScreenArgs, RunStartArgs } from './exercise.schema.ts';
import { COMMAND_VALID_MS, positionAt, type Run } from './run.ts';

const command = {
  v: 1,
  by: ['leader'],
  toldTo: 'staff',
  validFor: { ms: COMMAND_VALID_MS, whenUnknown: 'expire' },
} as const;

const noTime = refused('unknown-time', 'the time is not known here, so nothing can be timed');
const notRunning = (screenId: string): Outcome =>
  refused('not-running', `nothing is being played on ${screenId}`);
const noForm = (key: string): Outcome => refused('unknown-form', `${key} is no form of the programme`);

/** Puts a programme on a screen, from its first second or a form's. One already playing there starts over. */
export const runStart = defineMutation<Static<typeof RunStartArgs>>()({
  ...command,
  name: 'run.start',
  async apply(tx, { screenId, programmeId, sessionId, formKey }, ctx) {
    if (ctx.now.nowMs === null) return noTime;
    const screen = await tx.get('staff', 'device', screenId);
    if (screen?.kind !== 'screen')
      return refused('unknown-screen', `${screenId} is no screen of this centre`);
    const programme = await tx.get('city', 'programme', programmeId);
    if (programme === undefined) return refused('unknown-programme', `${programmeId} is no programme`);
    const form = programme.forms.find((one) => one.key === formKey);
    if (formKey !== null && form === undefined) return noForm(formKey);
    const standing = await tx.get('centre', 'run', screenId);
    await tx.put('centre', 'run', screenId, {
      id: screenId,
      programmeId,
      sessionId,
      state: 'playing',
      positionMs: form?.startMs ?? 0,
      asOfMs: ctx.now.nowMs,
      rate: 1,
      version: (standing?.version ?? 0) + 1,
      startedBy: signature(ctx.actor),
      startBeforeMs: ctx.now.nowMs + COMMAND_VALID_MS,
    });
    return applied;
  },
});

/** Holds a run where it is; one already held stays where it was held. */
export const runPause = defineMutation<Static<typeof RunScreenArgs>>()({
  ...command,
  name: 'run.pause',
  apply: (tx, { screenId }, ctx) =>
    changeRun(tx, ctx, screenId, (run, nowMs) =>
      run.state === 'paused' ? null : { state: 'paused', positionMs: Math.round(positionAt(run, nowMs)) },
    ),
});

/** Lets a held run go on from where it was held. */
export const runResume = defineMutation<Static<typeof RunScreenArgs>>()({
  ...command,
  name: 'run.resume',
  apply: (tx, { screenId }, ctx) =>
    changeRun(tx, ctx, screenId, (run) => (run.state === 'playing' ? null : { state: 'playing' })),
});

/** Goes to the start of a form; a held run stays held there. */
export const runJump = defineMutation<Static<typeof RunJumpArgs>>()({
  ...command,
  name: 'run.jump',
  async apply(tx, { screenId, formKey }, ctx) {
    const run = await tx.get('centre', 'run', screenId);
    if (run === undefined || run.state === 'stopped') return notRunning(screenId);
    const programme = await tx.get('city', 'programme', run.programmeId);
    const form = programme?.forms.find((one) => one.key === formKey);
    if (form === undefined) return noForm(formKey);
    return changeRun(tx, ctx, screenId, () => ({ positionMs: form.startMs }));
  },
});

/** Ends a run; the screen goes back to its schedule. One already ended stays so. */
export const runStop = defineMutation<Static<typeof RunScreenArgs>>()({
  ...command,
  name: 'run.stop',
  async apply(tx, { screenId }, ctx) {
    const run = await tx.get('centre', 'run', screenId);
    if (run === undefined || run.state === 'stopped') return applied;
    return changeRun(tx, ctx, screenId, (one, nowMs) => ({
      state: 'stopped',
      positionMs: Math.round(positionAt(one, nowMs)),
    }));
  },
});

/** Changes a run that is not stopped, as of now; null changes nothing. */
async function changeRun(
  tx: RowTx,
  ctx: MutationContext,
  screenId: string,
  change: (run: Run, nowMs: number) => Partial<Pick<Run, 'state' | 'positionMs'>> | null,
): Promise<Outcome> {
  const { nowMs } = ctx.now;
  if (nowMs === null) return noTime;
  const run = await tx.get('centre', 'run', screenId);
  if (run === undefined || run.state === 'stopped') return notRunning(screenId);
  const changed = change(run, nowMs);
  if (changed === null) return applied;
  await tx.put('centre', 'run', screenId, {
    ...run,
    ...changed,
    asOfMs: nowMs,
    version: run.version + 1,
    startBeforeMs: nowMs + COMMAND_VALID_MS,
  });
  return applied;
}

/** Adds or replaces an exercise to follow. */
export const programmeSave = defineMutation<Static<typeof ProgrammeSaveArgs>>()({
  name: 'programme.save',
  v: 1,
  by: ['leader'],
  toldTo: 'staff',
  async apply(tx, { programme }) {
    const problems = checkProgramme(programme);
    if (problems.length > 0) return refused('bad-programme', problemText(problems));
    await tx.put('city', 'programme', programme.id, programme);
    return applied;
  },
});
