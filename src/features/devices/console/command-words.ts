import { formatTimeWithSeconds, t } from '../../../i18n/index.ts';
import type { CommandState } from '../model/command.ts';

/** What is known of a command, for whoever pressed it: that it is done only where its device has said so. */
export function commandWords(state: CommandState, utcOffsetMinutes: number): string {
  switch (state.type) {
    case 'asked':
      return t('staff.devices.asked.asked');
    case 'unanswered':
      return t('staff.devices.asked.unanswered');
    case 'done':
      return t('staff.devices.asked.done', { at: formatTimeWithSeconds(state.atMs, utcOffsetMinutes) });
    case 'waits':
      return t('staff.devices.asked.waits');
    case 'late':
      return t('staff.devices.asked.late');
    case 'cannot':
      return t('staff.devices.asked.cannot');
  }
}
