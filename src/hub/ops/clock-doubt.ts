import type { HubTime } from '../sync/hub-time.ts';
import type { Doubt } from '../sync/clock-mark.ts';

const reasons: Readonly<Record<Doubt, string>> = {
  behind: 'which is earlier than what is written down',
  ahead: 'which is weeks after what is written down',
  'as-left': 'which is when it was switched off, as of a machine whose clock has no battery',
  set: 'which it was set to while the hub ran',
  devices: 'and several devices agree on another time',
  unchecked: 'and nobody has said yet that it is right',
};

/** Why the hub is not sure of the time and what to do, for the log; null when it is. */
export function clockDoubt(time: Pick<HubTime, 'standing' | 'now' | 'wallAheadMs'>): string | null {
  const { standing } = time;
  if (standing.sure) return null;
  const nowMs = time.now();
  const said = (ms: number): string => new Date(ms).toISOString().slice(0, 16).replace('T', ' ');
  return (
    `This machine's clock says ${said(nowMs + time.wallAheadMs)} UTC, ${reasons[standing.why]}. The hub goes by ` +
    `${said(nowMs)} UTC and puts nothing away till it is sure. It will be when the machine's clock is synchronised, when ` +
    `several devices agree, or when the manager says what time it is in the staff console.`
  );
}
