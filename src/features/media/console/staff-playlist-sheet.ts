import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { UnfinishedForm } from '../../../app/unfinished-form.ts';
import { bytesOf, type Room } from '../model/room.ts';
import { isPhoto, isVideo, PHOTO_SECONDS, type MediaItem } from '../model/media.ts';
import { LocaleController, t } from '../../../i18n/index.ts';
import { consoleIcon } from '../../../ui/console/console-icons.ts';
import { buttonStyles } from '../../../ui/console/styles/button-styles.ts';
import { fieldStyles } from '../../../ui/console/styles/field-styles.ts';
import { messageStyles } from '../../../ui/console/styles/message-styles.ts';
import { roomLines } from '../../../ui/console/room-lines.ts';
import { sizeWords } from '../../../i18n/size.ts';
import { rowsStyles } from '../../../ui/console/styles/rows-styles.ts';
import { textStyles } from '../../../ui/console/styles/text-styles.ts';
import { leaveSheet } from '../../../ui/console/sheet.ts';
import { unfinishedNote } from '../../../ui/console/unfinished-note.ts';
import {
  moved,
  problemOf,
  withFit,
  withItem,
  withoutItem,
  withSeconds,
  type PlaylistDraft,
} from './playlist-draft.ts';
import { isPlaylistDraft } from './playlist-kept.ts';
import { playlistSheetStyles } from './playlist-sheet-styles.ts';
import { thumb, thumbStyles } from './thumb.ts';

/** A television, as far as a playlist is concerned. */
export interface Space extends Omit<Room, 'addsBytes'> {
  readonly shows: boolean;
}

/** A playlist is to be saved as it stands. */
export class PlaylistSaveEvent extends Event {
  constructor(readonly draft: PlaylistDraft) {
    super('ll-playlist-save');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-playlist-sheet': LlStaffPlaylistSheet;
  }
  interface HTMLElementEventMap {
    'll-playlist-save': PlaylistSaveEvent;
  }
}

/**
 * Puts a playlist together: which photos and videos, in which order, and how long each photo stays.
 *
 * @event ll-playlist-save - It is to be saved.
 * @event ll-sheet-close - It is not.
 */
@customElement('ll-staff-playlist-sheet')
export class LlStaffPlaylistSheet extends LitElement {
  static override readonly styles = [
    textStyles,
    buttonStyles,
    fieldStyles,
    messageStyles,
    rowsStyles,
    thumbStyles,
    playlistSheetStyles,
  ];

  /** What it begins with; null while nothing is put together. */
  @property({ attribute: false }) begins: PlaylistDraft | null = null;
  @property({ attribute: false }) files: readonly MediaItem[] = [];
  /** All that the centre has, with what stands for a video. */
  @property({ attribute: false }) all: readonly MediaItem[] = [];
  /** How much more has room on each television, and whether it shows the playlist as it stands. */
  @property({ attribute: false }) spaces: readonly Space[] = [];
  /** Why it has not been done, in words; empty where nothing went wrong. */
  @property() refused = '';

  @state() private draft: PlaylistDraft | null = null;
  @state() private problem: ReturnType<typeof problemOf> = null;

  readonly #unfinished = new UnfinishedForm<PlaylistDraft>(this, {
    what: 'playlist',
    is: isPlaylistDraft,
    show: (left) => this.#begin(left ?? this.begins),
  });

  constructor() {
    super();
    new LocaleController(this);
  }

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (!changed.has('begins')) return;
    this.#begin(this.begins);
    if (this.begins === null) this.#unfinished.close();
    else this.#unfinished.open(this.begins.baseVersion === 0 ? 'new' : this.begins.playlistId);
  }

  #begin(draft: PlaylistDraft | null): void {
    this.draft = draft;
    this.problem = null;
  }

  override render(): TemplateResult {
    const { draft } = this;
    return html`<ll-sheet
      actions
      ?open=${draft !== null}
      ?written=${draft !== this.begins}
      heading=${t(draft?.baseVersion === 0 ? 'staff.playlists.new' : 'staff.playlists.change')}
      close-label=${t('staff.close')}
      problem=${this.problem === null ? this.refused : t(`staff.playlists.${this.problem}`)}
    >
      ${draft === null ? nothing : this.#renderForm(draft)}
      <button slot="actions" @click=${leaveSheet}>${t('staff.cancel')}</button>
      <button slot="actions" class="confirm" @click=${this.#save}>${t('staff.playlists.save')}</button>
    </ll-sheet>`;
  }

  #renderForm(draft: PlaylistDraft): TemplateResult {
    const shown = this.files.filter((media) => isPhoto(media) || isVideo(media));
    return html`<div class="stack">
      ${unfinishedNote(this.#unfinished)}
      <div>
        <label for="title">${t('staff.playlists.title')}</label>
        <input
          id="title"
          maxlength="40"
          autocomplete="off"
          .value=${draft.title}
          aria-invalid=${this.problem === 'untitled'}
          @input=${(event: Event) => this.#set({ ...draft, title: valueOf(event) })}
        />
      </div>
      ${
        draft.items.length === 0
          ? html`<p class="nothing">${t('staff.playlists.empty')}</p>`
          : html`<ol class="rows" aria-label=${t('staff.playlists.order')}>
              ${draft.items.map((item, at) => this.#renderItem(draft, item, at))}
            </ol>`
      }
      ${this.#renderRooms(draft)}
      <fieldset class="picks">
        <legend class="label">${t('staff.playlists.pick')}</legend>
        ${
          shown.length === 0
            ? html`<p class="soft">${t('staff.playlists.noFiles')}</p>`
            : shown.map(
                (media) =>
                  html`<button
                    aria-label=${t('staff.playlists.pickThis', { title: media.title })}
                    @click=${() => this.#set(withItem(draft, media))}
                  >
                    ${thumb(media)}<span>${media.title}</span>
                  </button>`,
              )
        }
      </fieldset>
      <label class="tick">
        <input
          type="checkbox"
          .checked=${draft.sound}
          @change=${() => this.#set({ ...draft, sound: !draft.sound })}
        />${t('staff.playlists.sound')}
      </label>
    </div>`;
  }

  /** What is taken here anew a screen that shows it has still to find room for. */
  #renderRooms({ items }: PlaylistDraft): readonly TemplateResult[] {
    const before = new Set<string>(this.begins?.items.map(({ media }) => media));
    const hashes = items.map(({ media }) => media);
    return [
      html`<p class="soft num">
        ${t('staff.playlists.size', { size: sizeWords(bytesOf(hashes, this.all)) })}
      </p>`,
      ...roomLines(
        this.spaces.map(({ shows, ...space }) => ({
          ...space,
          addsBytes: bytesOf(hashes, this.all, shows ? before : undefined),
        })),
      ),
    ];
  }

  #renderItem(draft: PlaylistDraft, item: PlaylistDraft['items'][number], at: number): TemplateResult {
    const media = this.files.find(({ id }) => id === item.media);
    const title = media?.title ?? t('staff.playlists.gone');
    const still = media !== undefined && isPhoto(media);
    return html`<li>
      ${thumb(media)}
      <span class="title">${title}</span>
      <button
        class="bare"
        aria-label=${t('staff.playlists.takeOut', { title })}
        @click=${() => this.#set(withoutItem(draft, at))}
      >
        ${consoleIcon('cross')}
      </button>
      <div class="tools">
        <button
          class="bare"
          data-repeats
          ?disabled=${at === 0}
          aria-label=${t('staff.playlists.up', { title })}
          @click=${() => this.#set(moved(draft, at, -1))}
        >
          ${consoleIcon('up')}
        </button>
        <button
          class="bare"
          data-repeats
          ?disabled=${at === draft.items.length - 1}
          aria-label=${t('staff.playlists.down', { title })}
          @click=${() => this.#set(moved(draft, at, 1))}
        >
          ${consoleIcon('down')}
        </button>
        ${
          still
            ? html`<input
                  type="number"
                  min="3"
                  max="3600"
                  placeholder=${String(PHOTO_SECONDS)}
                  aria-label=${t('staff.playlists.seconds', { title })}
                  .value=${item.seconds === undefined ? '' : String(item.seconds)}
                  @change=${(event: Event) => this.#set(withSeconds(draft, at, valueOf(event)))}
                /><span class="soft">${t('staff.playlists.secondsUnit')}</span>`
            : html`<span class="soft">${t('staff.playlists.toItsEnd')}</span>`
        }
        <select
          aria-label=${t('staff.playlists.fit', { title })}
          .value=${item.fit ?? 'whole'}
          @change=${(event: Event) => this.#set(withFit(draft, at, valueOf(event) === 'fill' ? 'fill' : 'whole'))}
        >
          <option value="whole" ?selected=${item.fit !== 'fill'}>${t('staff.playlists.whole')}</option>
          <option value="fill" ?selected=${item.fit === 'fill'}>${t('staff.playlists.fill')}</option>
        </select>
      </div>
    </li>`;
  }

  #set(draft: PlaylistDraft): void {
    this.draft = draft;
    this.#unfinished.keep(draft);
    if (this.problem !== null) this.problem = problemOf(draft);
  }

  readonly #save = (): void => {
    if (this.draft === null) return;
    this.problem = problemOf(this.draft);
    if (this.problem === null) this.dispatchEvent(new PlaylistSaveEvent(this.draft));
  };
}

const valueOf = ({ currentTarget }: Event): string =>
  currentTarget instanceof HTMLInputElement || currentTarget instanceof HTMLSelectElement
    ? currentTarget.value
    : '';
