import { LitElement, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { LiveQuery } from '../../../app/live-query.ts';
import { onStore } from '../../../app/on-store.ts';
import { LocaleController, t } from '../../../i18n/index.ts';
import type { Actor } from '../../../kernel/mutation.ts';
import { buttonStyles } from '../../../ui/console/styles/button-styles.ts';
import { messageStyles } from '../../../ui/console/styles/message-styles.ts';
import { textStyles } from '../../../ui/console/styles/text-styles.ts';
import { waitsNote, waitsStyles } from '../../../ui/console/waits-note.ts';

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-notices-to-read': LlStaffNoticesToRead;
  }
}

/** Leads a second pair of eyes to the urgent notices that wait for one; while none of another's waits it is not there. */
@customElement('ll-staff-notices-to-read')
export class LlStaffNoticesToRead extends LitElement {
  static override readonly styles = [textStyles, buttonStyles, messageStyles, waitsStyles];

  #actor: Actor | undefined;
  readonly #waiting = new LiveQuery(this, {
    query: (view) => view.list('staff', 'noticeProposal'),
    args: () => [],
  });

  constructor() {
    super();
    new LocaleController(this);
    onStore(this, ({ actor }) => (this.#actor = actor));
  }

  override render(): TemplateResult | typeof nothing {
    const actor = this.#actor;
    const own = actor?.type === 'staff' ? actor.accountId : null;
    const others = (this.#waiting.value ?? []).filter(({ accountId }) => accountId !== own);
    this.hidden = others.length === 0;
    if (others.length === 0) return nothing;
    return waitsNote(t('staff.notices.second.toRead', { count: others.length }));
  }
}
