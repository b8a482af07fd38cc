import { html, nothing, type TemplateResult } from 'lit';
import { t } from '../../i18n/index.ts';

interface Unfinished {
  readonly left: 'shown' | 'away' | null;
  putAway(): void;
  takeBack(): void;
}

/** Above the fields: that what stands in them was left from last time, and how to begin anew; with a way back. */
export function unfinishedNote(form: Unfinished): TemplateResult | typeof nothing {
  if (form.left === null) return nothing;
  const isShown = form.left === 'shown';
  return html`<p class="note" role="status">
    <span>${t(isShown ? 'staff.unfinished.shown' : 'staff.unfinished.away')}</span>
    <button type="button" @click=${() => (isShown ? form.putAway() : form.takeBack())}>
      ${t(isShown ? 'staff.unfinished.anew' : 'staff.unfinished.back')}
    </button>
  </p>`;
}
