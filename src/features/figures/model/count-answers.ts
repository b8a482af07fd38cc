import { sinceMs, type HelpCall } from '../../help/model/help.ts';
import { kindOf } from '../../help/model/standing.ts';
import type { Request } from '../../requests/model/request.ts';
import type { DayAt } from '../../../kernel/noun.ts';
import type { Answers, FiguresOfPeriod } from './figures.ts';
import type { Period } from './period.ts';

/** One who asked for somebody: what became of it, and in how many milliseconds, null where that is not known. */
interface Asked {
  readonly became: 'answered' | 'withdrawn' | 'open';
  readonly tookMs: number | null;
}

/** The calls for help that were made in a period, until somebody answered. */
export function countHelp(calls: readonly HelpCall[], period: Period, dayAt: DayAt): FiguresOfPeriod['help'] {
  const own = calls.filter((call) => isWithin(sinceMs(call), period, dayAt));
  const emergencies = own.filter((call) => kindOf(call) === 'emergency').length;
  return { ...answersOf(own.map(callAsked)), emergencies };
}

/** The wishes for the advisor that were made in a period, until they were done. */
export const countRequests = (requests: readonly Request[], period: Period, dayAt: DayAt): Answers =>
  answersOf(requests.filter(({ raisedAtMs }) => isWithin(raisedAtMs, period, dayAt)).map(requestAsked));

function isWithin(ms: number | null, { first, last }: Period, dayAt: DayAt): boolean {
  const day = ms === null ? null : dayAt(ms);
  return day !== null && first <= day && day <= last;
}

/** Who takes a call back after somebody has said they come was answered. */
function callAsked(call: HelpCall): Asked {
  const answered = call.answeredBy !== null || call.state === 'coming' || call.state === 'done';
  if (answered) return { became: 'answered', tookMs: between(sinceMs(call), call.answeredAtMs) };
  return { became: call.state === 'withdrawn' ? 'withdrawn' : 'open', tookMs: null };
}

function requestAsked({ state, raisedAtMs, answeredAtMs }: Request): Asked {
  if (state === 'done') return { became: 'answered', tookMs: between(raisedAtMs, answeredAtMs) };
  return { became: state === 'withdrawn' ? 'withdrawn' : 'open', tookMs: null };
}

/** What ends before it begins was told by two clocks, and says nothing. */
const between = (fromMs: number | null, toMs: number | null): number | null =>
  fromMs === null || toMs === null || toMs < fromMs ? null : toMs - fromMs;

function answersOf(all: readonly Asked[]): Answers {
  const of = (became: Asked['became']): readonly Asked[] => all.filter((one) => one.became === became);
  const answered = of('answered');
  const took = answered.flatMap(({ tookMs }) => (tookMs === null ? [] : [Math.round(tookMs / 1000)]));
  took.sort((a, b) => a - b);
  return {
    asked: all.length,
    answered: answered.length,
    withdrawn: of('withdrawn').length,
    open: of('open').length,
    medianS: took[Math.floor((took.length - 1) / 2)] ?? null,
    slowestS: took[took.length - 1] ?? null,
    untimed: answered.length - took.length,
  };
}
