import { html, type TemplateResult } from 'lit';
import type { SyncState } from '../../../app/sync-status.ts';
import { t } from '../../../i18n/index.ts';
import { consoleIcon } from '../../../ui/console/console-icons.ts';
import type { Programme, Run } from '../model/run.ts';
import type { RunFacts } from './run-facts.ts';
import { glassWords, isHeard, obeying } from './run-words.ts';

interface Led {
  /** The run on the screen that is led, and what stands of it there. */
  readonly run: Run;
  readonly programme: Programme;
  readonly standing: string;
  readonly nowMs: number;
}

/**
 * What each other screen of the hall does that goes together with the one that is led: one that is silent, or does
 * something else, stands out, since the leader looks at one of them only.
 */
export function runBeside(
  { screens, configs, runs, reports, glasses }: RunFacts,
  { run, programme, standing, nowMs }: Led,
  sync: Pick<SyncState, 'cutOff' | 'waitsLong'>,
): readonly TemplateResult[] {
  const roomOf = (id: string) => configs.find((one) => one.id === id)?.room ?? null;
  const room = roomOf(run.id);
  // Those that the timetable begins follow it together, too.
  const isBegun = run.version === 0 && room !== null;
  const together = screens.filter(
    ({ id }) => id !== run.id && (run.together?.includes(id) ?? (isBegun && roomOf(id) === room)),
  );
  return together.map(({ id, name, ...device }) => {
    const glass = glasses.find((one) => one.id === id);
    const own = run.version === 0 ? run : (runs.find((one) => one.id === id) ?? run);
    const report = obeying(
      reports.find((one) => one.id === id),
      own,
      glass,
      device,
      nowMs,
    );
    const isPaired = device.pairedAtMs !== null;
    const follows = isPaired && report !== null && isHeard(report, nowMs) && report.state === standing;
    const words = t('staff.run.beside', {
      screen: name,
      does: isPaired ? glassWords(own, programme, report, glass, nowMs, sync) : t('staff.push.unpairedShort'),
    });
    return html`<p class=${follows ? 'soft reports' : 'note warn reports'}>
      ${follows ? '' : consoleIcon('warning')}${words}
    </p>`;
  });
}
