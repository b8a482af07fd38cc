import { html, type TemplateResult } from 'lit';
import type { Taken } from '../model/merge-menu.ts';
import { t } from '../../../i18n/index.ts';
import { dishName } from '../words/dish-words.ts';
import { fieldName, fieldValue } from './dish-field-words.ts';
import type { TakenOver } from './meet-others.ts';

/** What came in from somebody else's version by itself, until it has been seen. */
export function takenOverNote({ by, taken }: TakenOver, seen: () => void): TemplateResult {
  const what = taken.map(takenWords).join(t('common.listJoin'));
  return html`<p class="note">
    <span>${by === null ? t('staff.merged.someone', { what }) : t('staff.merged.by', { by, what })}</span>
    <button class="outline" @click=${seen}>${t('staff.merged.seen')}</button>
  </p>`;
}

function takenWords(one: Taken): string {
  if (one.of === 'set') return t('staff.menu.extras');
  if (one.of === 'note') return t('staff.conflict.note');
  const name = dishName(one.line.item);
  if (one.what === 'added') return t('staff.merged.added', { name });
  if (one.what === 'removed') return t('staff.merged.removed', { name });
  const value = fieldValue(one.line, one.what);
  return t('staff.merged.changed', { name, field: fieldName(one.what), value });
}
