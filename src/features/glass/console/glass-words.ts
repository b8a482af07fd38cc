import { html, type TemplateResult } from 'lit';
import { parseMenuId } from '../../menus/model/menu.ts';
import type { RowOf } from '../../../kernel/rows.ts';
import { formatTimeAt, formatTimeWithSeconds, locale, t } from '../../../i18n/index.ts';
import { consoleIcon } from '../../../ui/console/console-icons.ts';
import { itemKinds } from '../../schedules/model/item.ts';
import type { GlassState, Showing } from './glass-state.ts';

type NameOf = (what: Showing | null) => string;

/** What stands on a glass, in words. */
export function nameOf(
  what: Showing | null,
  programmes: readonly RowOf<'programme'>[],
  runs: readonly RowOf<'run'>[],
): string {
  switch (what?.kind) {
    case 'menu':
    case 'no-menu': {
      const parts = parseMenuId(what.id);
      const meal = parts === null ? '' : t(`common.meal.${parts.meal}`);
      return what.kind === 'menu'
        ? t('staff.glass.what.menu', { meal })
        : t('staff.glass.what.noMenu', { meal });
    }
    case 'timetable':
      return t('staff.glass.what.timetable');
    case 'run': {
      const programmeId = runs.find(({ id }) => id === what.id)?.programmeId;
      const programme = programmes.find(({ id }) => id === programmeId);
      if (programme === undefined) return t('staff.glass.what.run');
      return locale() === 'en' ? programme.titleEn : programme.title;
    }
    case 'notice':
      return t('staff.glass.what.notice');
    default: {
      const item = itemKinds.find((kind) => kind === what?.kind);
      return item === undefined ? t('staff.glass.what.nothing') : t(`staff.schedule.item.${item}`);
    }
  }
}

/** The state of a glass in two or three words, with a sign of its own. */
export function chipOf(state: GlassState): TemplateResult {
  switch (state.type) {
    case 'showing':
      return html`<span class="chip ok">${consoleIcon('check')}${t('staff.glass.chip.showing')}</span>`;
    case 'behind':
      return html`<span class="chip warn">${consoleIcon('clock')}${t('staff.glass.chip.behind')}</span>`;
    case 'other':
      return html`<span class="chip warn">${consoleIcon('other')}${t('staff.glass.chip.other')}</span>`;
    case 'silent':
      return html`<span class="chip alert">${consoleIcon('silent')}${t('staff.glass.chip.silent')}</span>`;
    case 'unpaired':
      return html`<span class="chip alert"
        >${consoleIcon('warning')}${t('staff.devices.state.unpaired')}</span
      >`;
    case 'unheard':
      return html`<span class="chip">${consoleIcon('silent')}${t('staff.glass.chip.unheard')}</span>`;
    case 'unknown':
    case 'signed-out':
      return html`<span class="chip">${consoleIcon('clock')}${t('staff.glass.chip.unknown')}</span>`;
  }
}

/** What can be said of a glass in one sentence. */
export function detailOf(
  state: GlassState,
  named: NameOf,
  utcOffsetMinutes: number,
  expectedVersion: number | null,
): string {
  switch (state.type) {
    case 'showing': {
      if (state.sinceMs === 0) return namedNow(state.what, named);
      const since = formatTimeWithSeconds(state.sinceMs, utcOffsetMinutes);
      return state.what.kind === 'menu'
        ? t('staff.glass.showingVersion', { version: state.what.version, since })
        : t('staff.glass.showingOther', { what: named(state.what), since });
    }
    case 'behind':
      return state.what.kind === 'menu'
        ? t('staff.glass.behind', { wanted: expectedVersion ?? '', version: state.what.version })
        : t('staff.glass.behindOther', { what: named(state.what) });
    case 'other':
      return t('staff.glass.other', { what: named(state.what) });
    case 'silent':
      return t('staff.glass.silent', {
        at: formatTimeAt(state.heardMs, utcOffsetMinutes),
        what: named(state.last),
      });
    case 'unpaired':
      return t('staff.glass.unpaired', {
        at: formatTimeAt(state.heardMs, utcOffsetMinutes),
        what: named(state.last),
      });
    case 'unknown':
      return t('staff.glass.unknown', {
        at: formatTimeAt(state.heardMs, utcOffsetMinutes),
        what: named(state.last),
      });
    case 'signed-out':
      return t('staff.glass.signedOut', {
        at: formatTimeAt(state.heardMs, utcOffsetMinutes),
        what: named(state.last),
      });
    case 'unheard':
      return t('staff.glass.unheard');
  }
}

/** What is showing, where nobody was sure of the time at which it began. */
const namedNow = (what: Showing, named: NameOf): string =>
  what.kind === 'menu'
    ? t('staff.glass.nowVersion', { version: what.version })
    : t('staff.glass.nowOther', { what: named(what) });
