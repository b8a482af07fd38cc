import { css, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { LiveQuery } from '../../../app/live-query.ts';
import { onStore } from '../../../app/on-store.ts';
import { LocaleController, t } from '../../../i18n/index.ts';
import type { Actor } from '../../../kernel/mutation.ts';
import { buttonStyles } from '../../../ui/console/styles/button-styles.ts';
import { messageStyles } from '../../../ui/console/styles/message-styles.ts';
import { textStyles } from '../../../ui/console/styles/text-styles.ts';
import { waitsNote, waitsStyles } from '../../../ui/console/waits-note.ts';
import { policyTitle } from './policy-title.ts';

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-policies-to-read': LlStaffPoliciesToRead;
  }
}

/**
 * Leads a second pair of eyes to the policies that wait for one; while none of another's waits it is not there. What was
 * sent back waits for its author.
 */
@customElement('ll-staff-policies-to-read')
export class LlStaffPoliciesToRead extends LitElement {
  static override readonly styles = [
    textStyles,
    buttonStyles,
    messageStyles,
    waitsStyles,
    css`
      .note > span {
        min-width: 0;
        overflow-wrap: anywhere;
      }
    `,
  ];

  #actor: Actor | undefined;
  readonly #waiting = new LiveQuery(this, {
    query: (view) => view.list('staff', 'policyProposal'),
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
    const others = (this.#waiting.value ?? []).filter(
      ({ accountId, back }) => accountId !== own && back === null,
    );
    const [first] = others;
    this.hidden = first === undefined;
    if (first === undefined) return nothing;
    return others.length === 1
      ? waitsNote(
          t('staff.policyToRead.this', { title: policyTitle(first.policy) }),
          `#policies/${encodeURIComponent(first.id)}`,
        )
      : waitsNote(t('staff.policyToRead.some', { count: others.length }), '#policies');
  }
}
