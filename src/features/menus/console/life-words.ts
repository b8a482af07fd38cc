import { html, type TemplateResult } from 'lit';
import { clockTime, type CivilDate, type CivilMoment } from '../../../kernel/time.ts';
import type { MutationName } from '../../../kernel/mutation.ts';
import { formatClock, formatNearDay, t } from '../../../i18n/index.ts';
import { consoleIcon } from '../../../ui/console/console-icons.ts';
import { publishableOf, type MenuLife } from '../model/life.ts';
import { isByPlan, type MenuDraft } from '../model/menu.ts';
import { isDue } from '../model/publish-at.ts';

/** Whatever changes what guests are told of a meal: till the hub has it nothing of it is done. */
export const menuChanges: readonly MutationName[] = [
  'menu.allBack',
  'menu.close',
  'menu.left',
  'menu.publish',
  'menu.publishAt',
  'menu.setSoldOut',
  'menu.soldOut',
  'menu.withdraw',
];

/** How a meal stands, in a word or two; `waits` is whether a change of it is still on this device. */
export function lifeChip(life: MenuLife, waits: boolean): TemplateResult {
  if (waits) return html`<span class="chip">${consoleIcon('clock')}${t('staff.life.waits')}</span>`;
  switch (life.state) {
    case 'up':
      return html`<span class="chip ok"
        >${consoleIcon('check')}${t('staff.menu.published', { version: life.menu.version })}</span
      >`;
    case 'closed':
      return html`<span class="chip ok">${consoleIcon('check')}${t('staff.menu.closed')}</span>`;
    case 'draft':
      if (isDue(life.draft))
        return html`<span class="chip">${consoleIcon('clock')}${t('staff.life.due')}</span>`;
      return html`<span class="chip warn">${t('staff.life.draft')}</span>`;
    case 'planned':
      return html`<span class="chip warn">${t('staff.life.draft')}</span>`;
    case 'none':
      return html`<span class="chip">${t('staff.life.none')}</span>`;
  }
}

/** The same beside what is written over what is up: the dishes that stand there are not the published ones. */
export function writtenChip(life: MenuLife, touched: boolean): TemplateResult {
  if (life.state !== 'up') return lifeChip(life, false);
  if (touched) return html`<span class="chip warn">${t('staff.life.changed')}</span>`;
  return life.draft === null || publishableOf(life) === null
    ? lifeChip(life, false)
    : lifeChip({ ...life, state: 'draft', draft: life.draft }, false);
}

/** 明天 上午10:30; of today the time alone. */
export function whenWords({ date, minute }: CivilMoment, today: CivilDate | null): string {
  const time = formatClock(clockTime(minute));
  return date === today ? time : `${formatNearDay(date, today)} ${time}`;
}

/** What the hub is to do with what is drafted, or did not do; null where nobody has said when. */
function dueWords(draft: MenuDraft | null, when: (unixMs: number) => string): string | null {
  if (draft?.due === undefined) return null;
  const { atMs, by } = draft.due;
  if (!isDue(draft)) return t('staff.life.dueMissed', { when: when(atMs) });
  return by === null
    ? t('staff.life.dueAt', { when: when(atMs) })
    : t('staff.life.dueBy', { when: when(atMs), by });
}

/**
 * How it came to stand so, in a sentence; empty where the chip has said it all.
 * @param when says a time as people do
 */
export function lifeWords(life: MenuLife, when: (unixMs: number) => string): string {
  const due = 'draft' in life ? dueWords(life.draft, when) : null;
  if (due !== null) return due;
  switch (life.state) {
    case 'up': {
      const { menu } = life;
      if (!isByPlan(menu)) return '';
      return menu.publishedBy === null
        ? t('staff.life.byNobody')
        : t('staff.life.byPlan', { by: menu.publishedBy });
    }
    case 'closed': {
      const { why = null } = life.menu;
      return why === null ? t('staff.life.closed') : t('staff.life.closedWhy', { why });
    }
    case 'draft': {
      const { draft } = life;
      if (draft.withdrawn === true) return t('staff.life.withdrawn');
      return draft.savedBy === null ? t('staff.life.unseen') : t('staff.life.draftBy', { by: draft.savedBy });
    }
    case 'planned':
      return t('staff.life.planned');
    case 'none':
      return '';
  }
}
