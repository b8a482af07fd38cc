import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { LocaleController, t } from '../../../i18n/index.ts';
import { consoleIcon } from '../../../ui/console/console-icons.ts';
import { buttonStyles } from '../../../ui/console/styles/button-styles.ts';
import { messageStyles } from '../../../ui/console/styles/message-styles.ts';
import { textStyles } from '../../../ui/console/styles/text-styles.ts';
import type { Progress } from './publish-progress.ts';
import { PublishTimingEvent } from './staff-publish-how.ts';

/** Publish what is written. */
class PublishEvent extends Event {
  constructor() {
    super('ll-publish');
  }
}

/** Keep what is written for whoever publishes it. */
class SaveDraftEvent extends Event {
  constructor() {
    super('ll-save-draft');
  }
}

/** Go on with what was dropped. */
class TakeUpEvent extends Event {
  constructor() {
    super('ll-take-up');
  }
}

/** Drop what is written. */
class DiscardEvent extends Event {
  constructor() {
    super('ll-discard');
  }
}

/** Throw away what is drafted. */
class DropDraftEvent extends Event {
  constructor() {
    super('ll-drop-draft');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-publish-bar': LlStaffPublishBar;
  }
  interface HTMLElementEventMap {
    'll-publish': PublishEvent;
    'll-discard': DiscardEvent;
    'll-drop-draft': DropDraftEvent;
    'll-save-draft': SaveDraftEvent;
    'll-take-up': TakeUpEvent;
  }
}

const steps = ['saved', 'delivered', 'shown'] as const;

/** The one button that counts, and how far the last press of it has come. */
@customElement('ll-staff-publish-bar')
export class LlStaffPublishBar extends LitElement {
  static override readonly styles = [
    textStyles,
    buttonStyles,
    messageStyles,
    css`
      :host {
        position: sticky;
        bottom: var(--console-bottom, 0px);
        z-index: 1;
      }
      .bar {
        padding: 0.875rem 1.125rem;
        border-radius: var(--radius);
        background: var(--card);
        box-shadow:
          0 0 0 1px #e7dac0,
          0 -4px 16px rgb(34 28 21 / 0.08);
      }
      .bar > div:not(.press) > * + *,
      .bar > slot + .press {
        margin-top: 0.5rem;
      }
      ::slotted(*) {
        display: block;
        margin-top: 0.25rem;
      }
      :host([idle]) {
        position: static;
      }
      :host([idle]) .bar {
        padding: 0;
        background: transparent;
        box-shadow: none;
      }
      @media (min-width: 60rem) {
        :host(:not([idle])) .bar {
          margin-bottom: 1rem;
        }
      }
      .press {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem;
      }
      .press button {
        flex: 1 1 auto;
      }
      .press .go {
        flex-basis: 100%;
      }
      ol {
        display: grid;
        grid-template-columns: repeat(3, auto);
        gap: 0.25rem 0.5rem;
        justify-content: space-between;
        font-size: 0.875rem;
        white-space: nowrap;
      }
      li {
        display: flex;
        gap: 0.25rem;
        align-items: center;
        color: var(--ink-soft);
      }
      @media (max-width: 22.5rem) {
        ol {
          grid-template-columns: auto;
        }
      }
      li.done {
        color: var(--pine-deep);
        font-weight: 700;
      }
    `,
  ];

  /** The version it would become. */
  @property({ type: Number }) version = 1;
  @property({ type: Boolean }) changed = false;
  /** Whether something here is nobody else's: it can be kept for them, or dropped. */
  @property({ type: Boolean }) touched = false;
  /** Whether what is drafted can be thrown away. */
  @property({ type: Boolean }) droppable = false;
  /** Whether something was dropped that can be taken up again. */
  @property({ type: Boolean }) dropped = false;
  /** When it comes to the glass, where that is still to come; empty otherwise. */
  @property() upAt = '';
  /** Whether it may be said when it is to go up. */
  @property({ type: Boolean }) timable = false;
  /** Whether that is being said: what else may be done waits. */
  @property({ type: Boolean }) timing = false;
  @property({ type: Number }) problems = 0;
  @property({ type: Boolean }) blocked = false;
  @property({ attribute: false }) refusal: string | null = null;
  @property({ attribute: false }) progress: Progress | null = null;
  @property({ attribute: false }) sentVersion: number | null = null;
  /** The canteens it goes to, named where there are others than its own. */
  @property({ attribute: false }) goesTo: readonly string[] = [];
  /** When it goes up by itself; empty where it does not. */
  @property() dueAt = '';
  /** What is asked before it goes: the next press answers yes. */
  @property({ attribute: false }) question: string | null = null;
  /** For when it was wanted, where that was not at once; empty otherwise. */
  @property() askedFor = '';
  /** The name of the screen that shows it. */
  @property() screen = '';
  /** How many changes wait on this device. */
  @property({ type: Number }) waiting = 0;

  /** Whoever no longer says when goes on from where they began to. */
  #comesBack = false;

  constructor() {
    super();
    new LocaleController(this);
  }

  override updated(): void {
    if (!this.#comesBack || this.timing) return;
    this.#comesBack = false;
    this.renderRoot.querySelector<HTMLElement>('#time')?.focus();
  }

  /** With nothing to be pressed or told it stands in its place and covers nothing. */
  override willUpdate(): void {
    this.toggleAttribute(
      'idle',
      !this.changed && !this.dropped && this.progress === null && this.refusal === null,
    );
  }

  override render(): TemplateResult {
    return html`
      <div class="bar">
        <div role="status">
          ${this.#renderProgress()}
          ${
            this.dropped
              ? html`<p class="note">
                  <span>${t('staff.menu.dropped')}</span>
                  <button class="outline" @click=${() => this.dispatchEvent(new TakeUpEvent())}>
                    ${t('staff.menu.takeUp')}
                  </button>
                </p>`
              : nothing
          }
        </div>
        <div role="alert">
          ${
            this.problems === 0
              ? nothing
              : html`<p class="problem">
                  ${consoleIcon('warning')}${t('staff.menu.problems', { count: this.problems })}
                </p>`
          }
          ${
            this.refusal === null
              ? nothing
              : html`<p class="problem">${consoleIcon('warning')}${refusalWords(this.refusal)}</p>`
          }
          ${
            this.question === null
              ? nothing
              : html`<p class="note warn">
                  <span>${t('staff.menu.leapAsk', { leaps: this.question })}</span>
                </p>`
          }
        </div>
        <slot @ll-publish-timing=${() => (this.#comesBack = true)}></slot>
        ${
          this.changed && !this.timing
            ? html`<div class="press">
                <button
                  class="primary go"
                  ?disabled=${this.blocked}
                  @click=${() => this.dispatchEvent(new PublishEvent())}
                >
                  ${this.#goWords()}
                </button>
                ${
                  this.timable
                    ? html`<button id="time" @click=${() => this.dispatchEvent(new PublishTimingEvent(true))}>
                        ${t('staff.publish.atTime')}
                      </button>`
                    : nothing
                }
                ${
                  this.touched
                    ? html`<button
                          ?disabled=${this.blocked}
                          @click=${() => this.dispatchEvent(new SaveDraftEvent())}
                        >
                          ${this.dueAt === '' ? t('staff.menu.saveDraft') : t('staff.publish.saveDue', { when: this.dueAt })}
                        </button>
                        <button @click=${() => this.dispatchEvent(new DiscardEvent())}>
                          ${t('staff.menu.discard')}
                        </button>`
                    : this.droppable
                      ? html`<button
                          ?disabled=${this.blocked}
                          @click=${() => this.dispatchEvent(new DropDraftEvent())}
                        >
                          ${t('staff.menu.dropDraft')}
                        </button>`
                      : nothing
                }
              </div>`
            : nothing
        }
      </div>
    `;
  }

  #goWords(): string {
    if (this.question !== null)
      return this.askedFor === ''
        ? t('staff.menu.publishAnyway', { version: this.version })
        : t('staff.publish.anywayAt', { when: this.askedFor });
    if (this.goesTo.length > 0)
      return t('staff.publish.to', { names: this.goesTo.join(t('common.listJoin')) });
    return t('staff.menu.publish', { version: this.version });
  }

  #renderProgress(): TemplateResult | typeof nothing {
    const { progress } = this;
    if (progress === null || progress.step === 'ended') return nothing;
    const reached = steps.indexOf(progress.step);
    return html`
      <p class="strong">${this.#words(progress)}</p>
      <ol aria-hidden="true">
        ${steps.map(
          (step, i) =>
            html`<li class=${i <= reached ? 'done' : ''}>
              ${consoleIcon(i <= reached ? 'check' : 'clock')}${this.#stepWords(step, i <= reached)}
            </li>`,
        )}
      </ol>
    `;
  }

  #stepWords(step: (typeof steps)[number], isReached: boolean): string {
    if (isReached || step === 'saved') return t(`staff.progress.${step}`);
    if (step === 'shown' && this.upAt !== '') return t('staff.progress.waits.shownAt', { when: this.upAt });
    return t(`staff.progress.waits.${step}`);
  }

  #words(progress: Progress): string {
    const version = this.sentVersion ?? 0;
    if (progress.step === 'saved') return t('staff.progress.savedLong', { version, count: this.waiting });
    if (progress.step !== 'shown')
      return this.upAt === ''
        ? t('staff.progress.deliveredLong', { version })
        : t('staff.progress.deliveredFor', { version, when: this.upAt });
    if (!progress.isNow)
      return t('staff.progress.shownOnce', { version: progress.version, screen: this.screen });
    return t('staff.progress.shownNow', { version: progress.version, screen: this.screen });
  }
}

function refusalWords(code: string): string {
  if (code === 'not-permitted') return t('staff.menu.refused.notPermitted');
  if (code === 'held') return t('staff.refusals.why.held');
  if (code === 'conflict') return t('staff.menu.refused.conflict');
  return t('staff.menu.refused.other');
}
