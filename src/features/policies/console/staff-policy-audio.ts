import { ContextConsumer } from '@lit/context';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { LiveQuery } from '../../../app/live-query.ts';
import { mediaAddress, uploadsContext, type Uploads, type UploadState } from '../../../app/uploads.ts';
import { LocaleController, t } from '../../../i18n/index.ts';
import { consoleIcon } from '../../../ui/console/console-icons.ts';
import { Steady } from '../../../ui/console/steady.ts';
import { buttonStyles } from '../../../ui/console/styles/button-styles.ts';
import { cardStyles } from '../../../ui/console/styles/card-styles.ts';
import { fieldStyles } from '../../../ui/console/styles/field-styles.ts';
import { messageStyles } from '../../../ui/console/styles/message-styles.ts';
import { textStyles } from '../../../ui/console/styles/text-styles.ts';
import { inLibrary, isSound } from '../../media/model/media.ts';
import { record, type NoRecording, type Recording } from './recorder.ts';

/** Another recording goes with the policy, or none. */
export class RecordingChangeEvent extends Event {
  constructor(readonly audio: string | null) {
    super('ll-recording-change');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-policy-audio': LlStaffPolicyAudio;
  }
  interface HTMLElementEventMap {
    'll-recording-change': RecordingChangeEvent;
  }
}

type Step =
  | { readonly at: 'rest' }
  | { readonly at: 'asking' }
  | { readonly at: 'recording'; readonly sinceMs: number; readonly recording: Recording }
  | { readonly at: 'making' }
  | { readonly at: 'heard'; readonly sound: Blob; readonly url: string }
  | { readonly at: 'sending'; readonly upload: number }
  | { readonly at: 'failed'; readonly why: NoRecording | 'empty' };

/** Nobody listens for longer, and a slip would fill the hub's disk. */
const LONGEST_MS = 5 * 60_000;

/**
 * Somebody's own voice for a policy: recorded here, heard before it is kept, and sent as any file is; or chosen from
 * the library.
 * @event ll-recording-change
 */
@customElement('ll-staff-policy-audio')
export class LlStaffPolicyAudio extends LitElement {
  static override readonly styles = [
    textStyles,
    cardStyles,
    fieldStyles,
    buttonStyles,
    messageStyles,
    css`
      .card {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 0.625rem;
      }
      audio {
        display: block;
        width: 100%;
      }
      progress {
        width: 100%;
        height: 0.625rem;
        accent-color: var(--pine);
      }
    `,
  ];

  @property({ attribute: false }) audio: string | null = null;
  /** What the file is called in the library. */
  @property() called = '';
  /** The text is another than the one that was spoken. */
  @property({ type: Boolean }) stale = false;
  /** How one is recorded; a test has a microphone of its own. */
  @property({ attribute: false }) record = record;
  @state() private step: Step = { at: 'rest' };

  #clock: ReturnType<typeof setInterval> | undefined;
  #stop: (() => void) | undefined;
  readonly #uploads = new ContextConsumer(this, {
    context: uploadsContext,
    subscribe: true,
    callback: (uploads) => this.#listen(uploads),
  });
  readonly #sounds = new LiveQuery(this, {
    query: async (view) => inLibrary(await view.list('centre', 'media')).filter(isSound),
    args: () => [],
  });

  constructor() {
    super();
    new LocaleController(this);
    new Steady(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#listen(this.#uploads.value);
  }

  /** Nobody is recorded behind a page that is gone. */
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop?.();
    if (this.step.at === 'recording') this.step.recording.drop();
    this.#become({ at: 'rest' });
  }

  override render(): TemplateResult {
    return html`<section class="card" aria-labelledby="heading">
      <h3 id="heading">${t('policyDesk.audio.heading')}</h3>
      <p class="soft">${t('policyDesk.audio.meaning')}</p>
      ${this.audio === null ? nothing : this.#kept(this.audio)} ${this.#work()} ${this.#choice()}
    </section>`;
  }

  #kept(audio: string): TemplateResult {
    const isHere = this.#sounds.value === undefined || this.#sounds.value.some(({ id }) => id === audio);
    return html`
      ${
        isHere
          ? html`<audio
              controls
              preload="none"
              src=${mediaAddress(audio)}
              aria-label=${t('policyDesk.audio.kept')}
            ></audio>`
          : html`<p class="problem">${consoleIcon('warning')}${t('policyDesk.audio.elsewhere')}</p>`
      }
      ${this.stale ? html`<p class="note warn"><span>${t('policyDesk.audio.stale')}</span></p>` : nothing}
    `;
  }

  #work(): TemplateResult {
    const { step } = this;
    switch (step.at) {
      case 'asking':
        return html`<p class="nothing" role="status">${t('policyDesk.audio.asking')}</p>`;
      case 'recording':
        return html`<p role="status" class="strong num">
            ${t('policyDesk.audio.recording', {
              seconds: Math.floor((performance.now() - step.sinceMs) / 1000),
              minutes: LONGEST_MS / 60_000,
            })}
          </p>
          <div class="actions">
            <button class="primary" @click=${() => void this.#end()}>
              ${consoleIcon('stop')}${t('policyDesk.audio.stop')}
            </button>
          </div>`;
      case 'making':
        return html`<p class="nothing" role="status">${t('policyDesk.audio.making')}</p>`;
      case 'heard':
        return html`<p class="strong">${t('policyDesk.audio.listen')}</p>
          <audio controls src=${step.url} aria-label=${t('policyDesk.audio.new')}></audio>
          <div class="actions">
            <button class="confirm" @click=${() => this.#send(step.sound)}>
              ${t('policyDesk.audio.use')}
            </button>
            <button @click=${() => void this.#begin()}>${t('policyDesk.audio.again')}</button>
            <button @click=${() => this.#become({ at: 'rest' })}>${t('policyDesk.audio.drop')}</button>
          </div>`;
      case 'sending':
        return this.#sending(step.upload);
      case 'failed':
        return html`<p class="problem" role="alert">
            ${consoleIcon('warning')}${t(`policyDesk.audio.failed.${step.why}`)}
          </p>
          ${this.#start()}`;
      default:
        return this.#start();
    }
  }

  #start(): TemplateResult {
    return html`<div class="actions">
      <button @click=${() => void this.#begin()}>
        ${consoleIcon('sound')}${t(this.audio === null ? 'policyDesk.audio.begin' : 'policyDesk.audio.anew')}
      </button>
      ${
        this.audio === null
          ? nothing
          : html`<button @click=${() => this.dispatchEvent(new RecordingChangeEvent(null))}>
              ${t('policyDesk.audio.remove')}
            </button>`
      }
    </div>`;
  }

  #sending(upload: number): TemplateResult {
    const one = this.#upload(upload);
    if (one?.state === 'refused')
      return html`<p class="problem" role="alert">
          ${consoleIcon('warning')}${t('policyDesk.audio.notTaken')}
        </p>
        ${this.#start()}`;
    const waits = one?.state === 'waiting' && one.why !== 'turn';
    return html`<p role="status">${t(waits ? 'policyDesk.audio.waits' : 'policyDesk.audio.sending')}</p>
      <progress
        max=${one?.sizeBytes ?? 1}
        value=${one?.sentBytes ?? 0}
        aria-label=${t('policyDesk.audio.sending')}
      ></progress>`;
  }

  #choice(): TemplateResult | typeof nothing {
    const sounds = this.#sounds.value ?? [];
    if (sounds.length === 0 || this.step.at !== 'rest') return nothing;
    return html`<div>
      <label for="library">${t('policyDesk.audio.library')}</label>
      <select
        id="library"
        @change=${({ currentTarget }: Event) => {
          if (currentTarget instanceof HTMLSelectElement)
            this.dispatchEvent(new RecordingChangeEvent(currentTarget.value || null));
        }}
      >
        <option value="" ?selected=${this.audio === null}>${t('policyDesk.audio.none')}</option>
        ${sounds.map(
          ({ id, title }) => html`<option value=${id} ?selected=${id === this.audio}>${title}</option>`,
        )}
      </select>
    </div>`;
  }

  async #begin(): Promise<void> {
    this.#become({ at: 'asking' });
    const recording = await this.record();
    if (typeof recording === 'string') return this.#become({ at: 'failed', why: recording });
    if (!this.isConnected) return recording.drop();
    const sinceMs = performance.now();
    this.#become({ at: 'recording', sinceMs, recording });
    this.#clock = setInterval(() => {
      if (performance.now() - sinceMs > LONGEST_MS) void this.#end();
      else this.requestUpdate();
    }, 1000);
  }

  async #end(): Promise<void> {
    if (this.step.at !== 'recording') return;
    const { recording } = this.step;
    this.#become({ at: 'making' });
    const sound = await recording.stop();
    if (!this.isConnected) return;
    if (sound === null) this.#become({ at: 'failed', why: 'empty' });
    else this.#become({ at: 'heard', sound, url: URL.createObjectURL(sound) });
  }

  #send(sound: Blob): void {
    const { value: uploads } = this.#uploads;
    if (uploads === undefined) return;
    const name = `${t('policyDesk.audio.called', { title: this.called })}.wav`;
    uploads.add([new File([sound], name, { type: 'audio/wav' })]);
    const upload = uploads.list[uploads.list.length - 1]?.id;
    if (upload !== undefined) this.#become({ at: 'sending', upload });
  }

  #upload(upload: number): UploadState | undefined {
    return this.#uploads.value?.list.find(({ id }) => id === upload);
  }

  #listen(uploads: Uploads | undefined): void {
    this.#stop?.();
    this.#stop = uploads?.onChange(() => {
      const one = this.step.at === 'sending' ? this.#upload(this.step.upload) : undefined;
      if (one?.state === 'done' && one.hash !== undefined) {
        this.#become({ at: 'rest' });
        this.dispatchEvent(new RecordingChangeEvent(one.hash));
      } else this.requestUpdate();
    });
  }

  #become(step: Step): void {
    clearInterval(this.#clock);
    if (this.step.at === 'heard') URL.revokeObjectURL(this.step.url);
    this.step = step;
  }
}
