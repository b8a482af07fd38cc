import { t } from '../../../i18n/index.ts';
import type { RowOf } from '../../../kernel/rows.ts';
import { formBeside, paceBeside, type RunCommand } from '../model/command.ts';
import type { Programme, Run } from '../model/run.ts';
import type { RunState } from '../model/run-state.ts';

/** One command of the bar, under what it is called. */
interface RemoteKey {
  readonly text: string;
  /** Null where there is no more of it to be had: the key stays where it is, or the next press would be another's. */
  readonly command: RunCommand | null;
}

/** What the set's own remote commands. */
export interface Remoted {
  readonly run: Run;
  readonly programme: Programme;
  readonly standing: Exclude<RunState, 'over'>;
  /** What can be set here: what is not among it has no key. */
  readonly can: RowOf<'runReport'>['can'];
  /** Where the run is, in milliseconds. */
  readonly atMs: number;
}

const VOLUME_STEP = 20;
const LOUDEST = 100;

/** Whether a form is being done, which can be led to another: not while people are called in, nor after the round. */
export const isUnderWay = ({ standing }: Pick<Remoted, 'standing'>): boolean =>
  standing === 'playing' || standing === 'paused';

/** All that can be commanded beside holding, going on and the forms beside: each at its place for as long as it can be set. */
export function remoteKeys(now: Remoted): readonly RemoteKey[] {
  const { run, programme, can } = now;
  const toggle = (which: 'mirrored' | 'seated' | 'voice', isOn: boolean): RemoteKey => ({
    text: isOn ? t(`exercise.remote.off.${which}`) : t(`exercise.remote.on.${which}`),
    command: { do: 'set', settings: { [which]: !isOn } },
  });
  return [
    ...(isUnderWay(now) ? [repeatKey(now)] : []),
    paceKey(now, 'slower'),
    paceKey(now, 'faster'),
    ...(can.includes('mirror') ? [toggle('mirrored', run.mirrored ?? programme.mirrored)] : []),
    ...(can.includes('seated') ? [toggle('seated', run.seated ?? programme.coach?.seated ?? false)] : []),
    ...(can.includes('voice') ? [toggle('voice', run.voice ?? false)] : []),
    ...(can.includes('volume') ? [volumeKey(run, 'quieter'), volumeKey(run, 'louder')] : []),
    ...(isUnderWay(now) ? [{ text: t('exercise.remote.fromStart'), command: { do: 'again' as const } }] : []),
  ];
}

/** How fast it goes and how loud it is, which no picture tells. */
export function remoteState({ run, can }: Pick<Remoted, 'run' | 'can'>): string {
  const pace = t('exercise.remote.pace', { pace: run.rate });
  if (!can.includes('volume')) return pace;
  return [pace, t('exercise.remote.volume', { volume: volumeOf(run) })].join(t('exercise.remote.between'));
}

function repeatKey({ programme, atMs }: Remoted): RemoteKey {
  const form = formBeside(programme, atMs, 'repeat');
  return { text: t('exercise.remote.repeat'), command: form && { do: 'form', form } };
}

function paceKey({ run, can }: Remoted, which: 'slower' | 'faster'): RemoteKey {
  const rate = paceBeside(run.rate, which, can.includes('coach-pace'));
  return rate === null
    ? { text: t(`exercise.remote.most.${which}`), command: null }
    : { text: t(`exercise.remote.${which}`), command: { do: 'set', settings: { rate } } };
}

function volumeKey(run: Run, which: 'quieter' | 'louder'): RemoteKey {
  const volume = volumeOf(run);
  const next =
    which === 'quieter' ? Math.max(0, volume - VOLUME_STEP) : Math.min(LOUDEST, volume + VOLUME_STEP);
  return next === volume
    ? { text: t(`exercise.remote.most.${which}`), command: null }
    : { text: t(`exercise.remote.${which}`), command: { do: 'set', settings: { volume: next } } };
}

const volumeOf = ({ volume = LOUDEST }: Run): number => volume;
