import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Change } from '../../../app/change.ts';
import { LocaleController, t } from '../../../i18n/index.ts';
import { formBeside, paceBeside, type RunSettings } from '../model/command.ts';
import { formAt, type Form, type Programme, type Run } from '../model/run.ts';
import type { RunState } from '../model/run-state.ts';
import { nameOf } from '../words/form-words.ts';
import { consoleIcon } from '../../../ui/console/console-icons.ts';
import { buttonStyles } from '../../../ui/console/styles/button-styles.ts';
import { textStyles } from '../../../ui/console/styles/text-styles.ts';
import { remoteStyles } from './run-styles.ts';
import type { RunOnGlass } from './run-words.ts';

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-run-remote': LlStaffRunRemote;
  }
}

const VOLUME_STEP = 20;
const LOUDEST = 100;

/** The leader's remote: every key is of something this screen can do, and shows what the screen says it does. */
@customElement('ll-staff-run-remote')
export class LlStaffRunRemote extends LitElement {
  static override readonly styles = [textStyles, buttonStyles, remoteStyles];

  @property({ attribute: false }) run!: Run;
  @property({ attribute: false }) programme!: Programme;
  @property({ attribute: false }) standing!: Exclude<RunState, 'over'>;
  /** What the screen says of the run; null while it has not said anything of its newest command. */
  @property({ attribute: false }) report: RunOnGlass | null = null;
  /** The screen's last word of all, which says what it can do. */
  @property({ attribute: false }) last: RunOnGlass | undefined;
  /** Where the run is, in milliseconds. */
  @property({ attribute: false }) atMs = 0;
  @property({ attribute: false }) change!: Change;
  /** Asked before the screen goes back to its schedule in the middle of a session. */
  @state() private asksToStop = false;

  constructor() {
    super();
    new LocaleController(this);
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('run') && this.run.id !== changed.get('run')?.id) this.asksToStop = false;
  }

  override render(): TemplateResult {
    return html`${this.asksToStop ? this.#stopping() : this.#first()}
    ${this.standing === 'soon' || this.standing === 'again' ? nothing : this.#beside()} ${this.#pace()}
    ${this.#settings()} ${this.#jump()}`;
  }

  #first(): TemplateResult {
    return html`<div class="keys first">
      ${this.#main()}
      <button class="outline" @click=${() => (this.asksToStop = true)}>
        ${consoleIcon('stop')}${t('staff.run.stop')}
      </button>
    </div>`;
  }

  #main(): TemplateResult {
    const { id: screenId } = this.run;
    const key = (word: 'pause' | 'resume' | 'again' | 'now', press: () => void): TemplateResult =>
      html`<button class=${word === 'pause' ? 'primary' : 'confirm'} @click=${press}>
        ${consoleIcon(word === 'pause' ? 'pause' : 'play')}${t(`staff.run.${word}`)}
      </button>`;
    switch (this.standing) {
      case 'playing':
        return key('pause', () => void this.change.run('run.pause', { screenId }));
      case 'paused':
        return key('resume', () => void this.change.run('run.resume', { screenId }));
      case 'soon':
        return key('now', () => void this.change.run('run.resume', { screenId }));
      case 'again':
        return key('again', () => this.#again());
    }
  }

  #again(): void {
    const { id: screenId, programmeId, sessionId, together } = this.run;
    void this.change.run('run.start', {
      screenId,
      programmeId,
      sessionId,
      formKey: null,
      ...(together === undefined ? {} : { together }),
    });
  }

  #stopping(): TemplateResult {
    return html`<div class="ask" role="group" aria-labelledby="ask">
      <p id="ask">${t('staff.run.askStop')}</p>
      <div class="keys first">
        <button class="confirm" @click=${() => (this.asksToStop = false)}>${t('staff.run.stopNot')}</button>
        <button class="outline" @click=${() => this.#stop()}>
          ${consoleIcon('stop')}${t('staff.run.stopYes')}
        </button>
      </div>
    </div>`;
  }

  #stop(): void {
    this.asksToStop = false;
    void this.change.run('run.stop', { screenId: this.run.id });
  }

  #beside(): TemplateResult {
    const key = (which: 'previous' | 'repeat' | 'next'): TemplateResult => {
      const form = formBeside(this.programme, this.atMs, which);
      return html`<button ?disabled=${form === null} @click=${() => form && this.#goTo(form)}>
        ${t(`staff.run.${which}`)}
      </button>`;
    };
    return html`<div class="keys">${key('previous')}${key('repeat')}${key('next')}</div>`;
  }

  #goTo(form: Form): void {
    void this.change.run('run.jump', { screenId: this.run.id, formKey: form.key });
  }

  #pace(): TemplateResult | typeof nothing {
    const coach = this.last?.can.includes('coach-pace') === true;
    const { rate } = this.run;
    const key = (which: 'slower' | 'faster'): TemplateResult => {
      const pace = paceBeside(rate, which, coach);
      return html`<button
        data-repeats
        ?disabled=${pace === null}
        @click=${() => pace !== null && this.#set({ rate: pace })}
      >
        ${t(`staff.run.${which}`)}
      </button>`;
    };
    return html`<div class="keys">
      ${key('slower')}
      <span class="value">${t('staff.run.pace', { pace: this.report?.rate ?? rate })}</span>
      ${key('faster')}
    </div>`;
  }

  /** What the screen has not said that it can do has no key. */
  #settings(): TemplateResult | typeof nothing {
    const { last } = this;
    if (last === undefined) return nothing;
    const toggle = (which: 'mirrored' | 'seated' | 'voice'): TemplateResult => {
      const now = this.run[which] ?? last[which];
      return html`<button aria-pressed=${now} @click=${() => this.#set({ [which]: !now })}>
        ${now ? consoleIcon('check') : nothing}${t(`staff.run.${which}`)}
      </button>`;
    };
    const volume = this.run.volume ?? last.volume;
    const louder = (by: number): void => this.#set({ volume: Math.max(0, Math.min(LOUDEST, volume + by)) });
    return html`<div class="keys toggles">
        ${last.can.includes('mirror') ? toggle('mirrored') : nothing}
        ${last.can.includes('seated') ? toggle('seated') : nothing}
        ${last.can.includes('voice') ? toggle('voice') : nothing}
      </div>
      ${
        last.can.includes('volume')
          ? html`<div class="keys">
              <button data-repeats ?disabled=${volume <= 0} @click=${() => louder(-VOLUME_STEP)}>
                ${t('staff.run.quieter')}
              </button>
              <span class="value">${t('staff.run.volume', { volume })}</span>
              <button data-repeats ?disabled=${volume >= LOUDEST} @click=${() => louder(VOLUME_STEP)}>
                ${t('staff.run.louder')}
              </button>
            </div>`
          : nothing
      }`;
  }

  #set(settings: RunSettings): void {
    void this.change.run('run.set', { screenId: this.run.id, ...settings });
  }

  #jump(): TemplateResult {
    const now = formAt(this.programme, this.atMs);
    return html`<h3 id="jump">${t('staff.run.jump')}</h3>
      <div class="forms" role="group" aria-labelledby="jump">
        ${this.programme.forms.map(
          (form) =>
            html`<button aria-current=${form.key === now?.key} @click=${() => this.#goTo(form)}>
              ${form.number >= 1 && form.number <= 8 ? html`<b>${form.number}</b>` : html`<b aria-hidden="true">·</b>`}
              ${nameOf(form)}
            </button>`,
        )}
      </div>`;
  }
}
