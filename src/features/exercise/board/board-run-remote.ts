import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { LocaleController, t } from '../../../i18n/index.ts';
import { formBeside, type RunCommand } from '../model/command.ts';
import type { Programme, Run } from '../model/run.ts';
import type { RunState } from '../model/run-state.ts';
import type { RowOf } from '../../../kernel/rows.ts';
import { isUnderWay, remoteKeys, remoteState, type Remoted } from './run-remote-keys.ts';
import { runRemoteStyles } from './run-remote-styles.ts';
import { isArrowKey, isBackKey, OK_KEY } from '../../../ui/common/remote-keys.ts';

/** What of the bar stands on the glass: nothing, what the keys do, all commands, or the question whether to stop. */
type Bar = 'none' | 'keys' | 'commands' | 'stop';

/** A button of the bar; one that is at its end commands nothing. */
interface Key {
  readonly text: string;
  readonly press: () => void;
  readonly atEnd?: boolean;
}

const LEFT = 37;
const UP = 38;
const RIGHT = 39;
const DOWN = 40;
/** The bar goes by itself when nobody presses anything: long enough to read it twice. */
const STAYS_MS = 12_000;
const COLUMNS = 3;

/**
 * The set's own remote: OK holds the run and lets it go on, left and right are the form before and the next, down brings
 * all else, Back asks whether to stop. The first press shows what the keys do, and begins nothing that has still time.
 */
@customElement('ll-board-run-remote')
export class LlBoardRunRemote extends LitElement {
  static override readonly styles = runRemoteStyles;

  @property({ attribute: false }) run!: Run;
  @property({ attribute: false }) programme!: Programme;
  @property({ attribute: false }) standing!: Exclude<RunState, 'over'>;
  /** What can be set here: what is not among it has no key. */
  @property({ attribute: false }) can: RowOf<'runReport'>['can'] = [];
  /** Where the run is, in milliseconds. */
  @property({ attribute: false }) at: () => number = () => 0;
  /** Obeys; null where a key was pressed that commands nothing. */
  @property({ attribute: false }) press: (command: RunCommand | null) => void = () => undefined;

  /** Told where the bar begins, in pixels of the page, and null when there is none; whether the safety line is under it. */
  @property({ attribute: false }) covers: (topPx: number | null) => boolean = () => false;

  @state() private bar: Bar = 'none';
  /** The safety line would be under the bar, and stands in it. */
  @state() private saysSafety = false;
  #focus = 0;
  #saidIn: Bar = 'none';
  #covering = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    new LocaleController(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('keydown', this.#keyDown);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('keydown', this.#keyDown);
    clearTimeout(this.#timer);
  }

  override render(): TemplateResult | typeof nothing {
    switch (this.bar) {
      case 'none':
        return nothing;
      case 'keys':
        return html`<div class="bar">
          <p>${this.#keysView()}</p>
          ${this.#safety()}
        </div>`;
      case 'commands':
        return html`<div class="bar">
          <div class="head">
            <p class="state" role="status">${remoteState(this.#now)}</p>
            ${this.#safety()}
          </div>
          <div class="commands" role="group" aria-label=${t('exercise.remote.all')}>
            ${this.#buttons(this.#commands())}
          </div>
        </div>`;
      case 'stop':
        return html`<div class="bar">
          <p class="ask" id="ask">${t('exercise.remote.askStop')}</p>
          <div class="commands two" role="group" aria-labelledby="ask">
            ${this.#buttons(this.#stopKeys())}
          </div>
          ${this.#safety()}
        </div>`;
    }
  }

  #safety(): TemplateResult | typeof nothing {
    return this.saysSafety ? html`<p class="safety">${t('exercise.safety')}</p>` : nothing;
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (this.#saidIn !== this.bar) this.saysSafety = false;
    this.#saidIn = this.bar;
    // Other commands stand there from now on: what has the focus would be another.
    const before = changed.get('standing');
    if (before === undefined || this.bar !== 'commands') return;
    if (isUnderWay({ standing: before }) !== isUnderWay(this)) this.#show('none');
  }

  override updated(changed: PropertyValues): void {
    if (this.bar === 'commands' || this.bar === 'stop' || changed.has('bar')) this.#takeFocus();
    const top = this.renderRoot.querySelector('.bar')?.getBoundingClientRect().top ?? null;
    if (top === null && !this.#covering) return;
    this.#covering = top !== null;
    // Once it stands in the bar it stays there for as long as the bar does.
    if (this.covers(top)) this.saysSafety = true;
  }

  #takeFocus(): void {
    const buttons = this.renderRoot.querySelectorAll('button');
    buttons[Math.min(this.#focus, buttons.length - 1)]?.focus();
  }

  #buttons(keys: readonly Key[]): readonly TemplateResult[] {
    return keys.map(
      ({ text, press, atEnd = false }) =>
        html`<button aria-disabled=${atEnd} @click=${press}>${text}</button>`,
    );
  }

  /** Each key stands with what it does on one line. */
  #keysView(): readonly TemplateResult[] {
    const ok = { playing: 'pause', paused: 'resume', soon: 'begin', again: 'again' } as const;
    return [
      t(`exercise.remote.${ok[this.standing]}`),
      ...(isUnderWay(this) ? [t('exercise.remote.beside')] : []),
      t('exercise.remote.more'),
      t('exercise.remote.back'),
    ].map((text, i) => html`${i === 0 ? nothing : t('exercise.remote.between')}<span>${text}</span>`);
  }

  get #now(): Remoted {
    const { run, programme, standing, can } = this;
    return { run, programme, standing, can, atMs: this.at() };
  }

  #commands(): readonly Key[] {
    return remoteKeys(this.#now).map(({ text, command }) => ({
      text,
      press: () => this.press(command),
      atEnd: command === null,
    }));
  }

  /** What is asked by mistake goes on: that is where the focus stands. */
  #stopKeys(): readonly Key[] {
    return [
      { text: t('exercise.remote.stopNot'), press: () => this.#show('none') },
      {
        text: t('exercise.remote.stopYes'),
        press: () => {
          this.#show('none');
          this.press({ do: 'stop' });
        },
      },
    ];
  }

  #show(bar: Bar): void {
    if (bar !== this.bar) this.#focus = 0;
    this.bar = bar;
    clearTimeout(this.#timer);
    if (bar !== 'none') this.#timer = setTimeout(() => (this.bar = 'none'), STAYS_MS);
  }

  readonly #keyDown = (event: KeyboardEvent): void => {
    const { keyCode } = event;
    if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return;
    const known = keyCode === OK_KEY || isBackKey(keyCode) || isArrowKey(keyCode);
    if (!known) return;
    event.preventDefault();
    if (event.repeat && keyCode === OK_KEY) return;
    if (this.bar === 'commands' || this.bar === 'stop') this.#inBar(keyCode);
    else this.#onGlass(keyCode);
  };

  #onGlass(keyCode: number): void {
    const isFirst = this.bar === 'none';
    this.#show('keys');
    // While people still come in nothing begins before whoever pressed has read that it would.
    if (keyCode === OK_KEY) this.press(isFirst && this.standing === 'soon' ? null : this.#ok());
    else if (keyCode === LEFT || keyCode === RIGHT) {
      if (!isUnderWay(this)) return this.press(null);
      const form = formBeside(this.programme, this.at(), keyCode === LEFT ? 'previous' : 'next');
      this.press(form && { do: 'form', form });
    } else if (keyCode === UP || keyCode === DOWN) {
      this.#show('commands');
      this.press(null);
    } else this.#show('stop');
  }

  #ok(): RunCommand {
    switch (this.standing) {
      case 'playing':
        return { do: 'pause' };
      case 'paused':
      case 'soon':
        return { do: 'resume' };
      case 'again':
        return { do: 'again' };
    }
  }

  #inBar(keyCode: number): void {
    const buttons = this.renderRoot.querySelectorAll('button');
    if (isBackKey(keyCode)) return this.#show('none');
    this.#show(this.bar);
    if (keyCode === OK_KEY) return buttons[this.#focus]?.click();
    const columns = this.bar === 'commands' ? COLUMNS : 2;
    const by = keyCode === LEFT ? -1 : keyCode === RIGHT ? 1 : keyCode === UP ? -columns : columns;
    const to = this.#focus + by;
    if (to >= 0 && to < buttons.length) this.#focus = to;
    this.#takeFocus();
  }
}
