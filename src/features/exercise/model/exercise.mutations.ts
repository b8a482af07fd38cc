import type { Static } from 'typebox';
import { parseSessionId, sessionId as idOfSession, sessionOn } from '../../classes/model/sessions.ts';
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
import { commanded, type RunCommand } from './command.ts';
import type {
  ProgrammeSaveArgs,
  RunJumpArgs,
  RunScreenArgs,
  RunSetArgs,
  RunStartArgs,
} from './exercise.schema.ts';
import { runCounting } from './planned-run.ts';
import { leadOthers } from './reports.ts';
import { COMMAND_VALID_MS, type Programme, type Run } from './run.ts';
import { sessionEndMs } from './self-started.ts';

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

/**
 * Puts a programme on a screen, or on all of a hall, from its first second or a form's. One already playing there starts
 * over, as it was set.
 */
export const runStart = defineMutation<Static<typeof RunStartArgs>>()({
  ...command,
  name: 'run.start',
  async apply(tx, { screenId, programmeId, sessionId, formKey, together }, ctx) {
    const { nowMs } = ctx.now;
    if (nowMs === null) return noTime;
    for (const one of [screenId, ...(together ?? [])])
      if ((await tx.get('staff', 'device', one))?.kind !== 'screen')
        return refused('unknown-screen', `${one} is no screen of this centre`);
    const programme = await tx.get('city', 'programme', programmeId);
    if (programme === undefined) return refused('unknown-programme', `${programmeId} is no programme`);
    const form = programme.forms.find((one) => one.key === formKey);
    if (formKey !== null && form === undefined) return noForm(formKey);
    const standing = await tx.get('centre', 'run', screenId);
    const untilMs = sessionId === null ? null : await endOf(tx, sessionId, ctx);
    const run: Run = {
      id: screenId,
      programmeId,
      sessionId,
      state: 'playing',
      positionMs: form?.startMs ?? 0,
      asOfMs: nowMs,
      rate: 1,
      ...(standing?.programmeId === programmeId && standing.sessionId === sessionId
        ? settingsOf(standing)
        : {}),
      version: (standing?.version ?? 0) + 1,
      startedBy: signature(ctx.actor),
      startBeforeMs: nowMs + COMMAND_VALID_MS,
      ...(untilMs === null ? {} : { untilMs }),
      ...(together?.includes(screenId) === true ? { together } : {}),
    };
    await tx.put('centre', 'run', screenId, run);
    await leadOthers(tx, run);
    return applied;
  },
});

/** Holds a run where it is; one already held stays where it was held. */
export const runPause = defineMutation<Static<typeof RunScreenArgs>>()({
  ...command,
  name: 'run.pause',
  apply: (tx, { screenId }, ctx) => obey(tx, ctx, screenId, () => ({ do: 'pause' })),
});

/** Lets a held run go on from where it was held, and a stopped one from where it was stopped. */
export const runResume = defineMutation<Static<typeof RunScreenArgs>>()({
  ...command,
  name: 'run.resume',
  apply: (tx, { screenId }, ctx) => obey(tx, ctx, screenId, () => ({ do: 'resume' })),
});

/** Goes to the start of a form; a held run stays held there. */
export const runJump = defineMutation<Static<typeof RunJumpArgs>>()({
  ...command,
  name: 'run.jump',
  apply: (tx, { screenId, formKey }, ctx) =>
    obey(tx, ctx, screenId, ({ forms }) => {
      const form = forms.find((one) => one.key === formKey);
      return form === undefined ? noForm(formKey) : { do: 'form', form };
    }),
});

/** Changes how a run is shown and heard: its pace, mirrored or not, sitting or standing, with a voice, how loud. */
export const runSet = defineMutation<Static<typeof RunSetArgs>>()({
  ...command,
  name: 'run.set',
  apply: (tx, { screenId, ...settings }, ctx) => obey(tx, ctx, screenId, () => ({ do: 'set', settings })),
});

/** Ends a run; the screen goes back to its schedule. One already ended stays so. */
export const runStop = defineMutation<Static<typeof RunScreenArgs>>()({
  ...command,
  name: 'run.stop',
  async apply(tx, { screenId }, ctx) {
    const ended = await obey(tx, ctx, screenId, () => ({ do: 'stop' }));
    return ended.status === 'refused' && ended.code === 'not-running' ? applied : ended;
  },
});

/** Carries a press out on the run that counts on a screen, and on those that follow together with it. */
async function obey(
  tx: RowTx,
  ctx: MutationContext,
  screenId: string,
  commandFor: (programme: Programme) => RunCommand | Outcome,
): Promise<Outcome> {
  const { nowMs } = ctx.now;
  if (nowMs === null) return noTime;
  const row = await tx.get('centre', 'run', screenId);
  const run = await runCounting(tx, screenId, row, nowMs, ctx.utcOffsetMinutes);
  const programme = run && (await tx.get('city', 'programme', run.programmeId));
  if (run === undefined || programme === undefined) return notRunning(screenId);
  const wanted = commandFor(programme);
  if ('status' in wanted) return wanted;
  if (run.state === 'stopped' && wanted.do !== 'resume') return notRunning(screenId);
  const next = commanded(run, programme, wanted, nowMs);
  if (next === null) return applied;
  const { own: _pressedHere, ...kept } = next;
  const startBeforeMs = Math.max(nowMs, kept.asOfMs) + COMMAND_VALID_MS;
  const changed = { ...kept, version: (row?.version ?? 0) + 1, startBeforeMs };
  await tx.put('centre', 'run', screenId, changed);
  await leadOthers(tx, changed);
  return applied;
}

/** When the session of an id ends; null where no course knows of it. */
async function endOf(tx: RowTx, sessionId: string, ctx: MutationContext): Promise<number | null> {
  const named = parseSessionId(sessionId);
  const course = named && (await tx.get('centre', 'course', named.courseId));
  if (named === null || course === undefined || course === null) return null;
  const change = await tx.get('centre', 'sessionChange', idOfSession(course.id, named.date));
  const session = sessionOn(course, named.date, change, () => false);
  return session && sessionEndMs(session, ctx.utcOffsetMinutes);
}

/** How a run was set, which a new round keeps. */
function settingsOf({ rate, mirrored, seated, voice, volume }: Run) {
  return {
    rate,
    ...(mirrored === undefined ? {} : { mirrored }),
    ...(seated === undefined ? {} : { seated }),
    ...(voice === undefined ? {} : { voice }),
    ...(volume === undefined ? {} : { volume }),
  };
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
