import { html, type TemplateResult } from 'lit';
import type { MutationName } from '../../../kernel/mutation.ts';
import { t } from '../../../i18n/index.ts';
import { consoleIcon } from '../../../ui/console/console-icons.ts';
import type { MenuLife } from '../model/life.ts';
import { isByPlan } from '../model/menu.ts';

/** Whatever changes what guests are told of a meal: till the hub has it nothing of it is done. */
export const menuChanges: readonly MutationName[] = [
  'menu.allBack',
  'menu.close',
  'menu.left',
  'menu.publish',
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
    case 'planned':
      return html`<span class="chip warn">${t('staff.life.draft')}</span>`;
    case 'none':
      return html`<span class="chip">${t('staff.life.none')}</span>`;
  }
}

/** How it came to stand so, in a sentence; empty where the chip has said it all. */
export function lifeWords(life: MenuLife): string {
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
