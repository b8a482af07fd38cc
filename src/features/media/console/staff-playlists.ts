import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { Change } from '../../../app/change.ts';
import { LiveQuery } from '../../../app/live-query.ts';
import { SyncState } from '../../../app/sync-status.ts';
import { Ticker } from '../../../app/ticker.ts';
import { momentOf, utcOffsetOf } from '../../../kernel/time.ts';
import type { View } from '../../../protocol/client/api.ts';
import { isPhoto, PHOTO_SECONDS, type Playlist } from '../model/media.ts';
import { LocaleController, t } from '../../../i18n/index.ts';
import { consoleIcon } from '../../../ui/console/console-icons.ts';
import { rowStates } from '../../../ui/console/console-states.ts';
import { Steady } from '../../../ui/console/steady.ts';
import { buttonStyles } from '../../../ui/console/styles/button-styles.ts';
import { cardStyles } from '../../../ui/console/styles/card-styles.ts';
import { messageStyles } from '../../../ui/console/styles/message-styles.ts';
import { rowsStyles } from '../../../ui/console/styles/rows-styles.ts';
import { textStyles } from '../../../ui/console/styles/text-styles.ts';
import { leftOn } from '../model/room.ts';
import { playlistUses } from '../model/playlist-uses.ts';
import { lengthWords, playlistUseWords } from './media-words.ts';
import { argsOf, draftOf, newDraft, type PlaylistDraft } from './playlist-draft.ts';
import { readMedia, type Library } from './read-media.ts';
import type { PlaylistSaveEvent, Space } from './staff-playlist-sheet.ts';
import './staff-playlist-sheet.ts';

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-playlists': LlStaffPlaylists;
  }
}

/** The playlists, what they hold, and the screens that show them. */
const readPlaylists = async (view: View) => ({
  ...(await readMedia(view)),
  utcOffset: utcOffsetOf((await view.list('centre', 'centre'))[0]),
  screens: await view.list('staff', 'device'),
  schedules: await view.list('centre', 'schedule'),
  pushes: await view.list('centre', 'push'),
  configs: await view.list('staff', 'deviceConfig'),
  held: await view.list('staff', 'deviceMedia'),
});
type Known = Awaited<ReturnType<typeof readPlaylists>>;

/** The centre's playlists: photos and videos that a screen shows one after the other. */
@customElement('ll-staff-playlists')
export class LlStaffPlaylists extends LitElement {
  static override readonly styles = [
    textStyles,
    cardStyles,
    rowsStyles,
    buttonStyles,
    messageStyles,
    css`
      li {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem 1rem;
        align-items: center;
        justify-content: space-between;
        padding: 0.75rem 0;
      }
      .title {
        font-weight: 700;
        overflow-wrap: anywhere;
      }
      .rows {
        margin-top: 0.625rem;
      }
      .add {
        margin-top: 0.75rem;
      }
    `,
  ];

  @state() private begins: PlaylistDraft | null = null;
  /** What has just been deleted, to be put back by one press. */
  @state() private deleted: Playlist | null = null;

  readonly #change = new Change(this);
  /** A push that ends lets go of its playlist. */
  readonly #ticker = new Ticker(this, 60_000);
  readonly #sync = new SyncState(this);
  readonly #rows = new LiveQuery(this, { query: readPlaylists, args: () => [] });

  constructor() {
    super();
    new LocaleController(this);
    new Steady(this);
  }

  override render(): TemplateResult {
    const { deleted } = this;
    const refused = this.#refused;
    return html`
      <section class="card" aria-labelledby="heading">
        <h2 id="heading">${t('staff.playlists.heading')}</h2>
        <p class="soft">${t('staff.playlists.meaning')}</p>
        ${
          deleted === null
            ? nothing
            : html`<p class="note" role="status">
                <span>${t('staff.playlists.deleted', { title: deleted.title })}</span>
                <button @click=${() => this.#putBack(deleted)}>${t('staff.media.restore')}</button>
              </p>`
        }
        ${this.#rows.render<unknown>({
          ...rowStates('staff.playlists.none', this.#sync),
          complete: (known) =>
            known.users.playlists.length === 0
              ? html`<p class="nothing">${t('staff.playlists.none')}</p>`
              : html`<ul class="rows">
                  ${known.users.playlists.map((playlist) => this.#renderOne(playlist, known))}
                </ul>`,
        })}
        ${
          refused === '' || this.begins !== null
            ? nothing
            : html`<p class="problem" role="alert">${consoleIcon('warning')}${refused}</p>`
        }
        <button class="add" @click=${() => this.#begin(newDraft(String(Date.now())))}>
          ${consoleIcon('plus')}${t('staff.playlists.new')}
        </button>
      </section>
      <ll-staff-playlist-sheet
        .begins=${this.begins}
        .files=${this.#rows.value?.files ?? []}
        .all=${this.#rows.value?.all ?? []}
        .spaces=${this.#spaces()}
        refused=${refused}
        @ll-playlist-save=${this.#save}
        @ll-sheet-close=${() => this.#begin(null)}
      ></ll-staff-playlist-sheet>
    `;
  }

  /** The televisions that have said how much room they have. */
  #spaces(): readonly Space[] {
    const known = this.#rows.value;
    if (known === undefined || this.begins === null) return [];
    const { nowMs } = this.#ticker.time;
    const uses = playlistUses(this.begins.playlistId, { ...known, today: null, nowMs });
    return known.screens.flatMap(({ id, name, kind, pairedAtMs }) => {
      const said = known.held.find((one) => one.id === id);
      if (kind !== 'screen' || pairedAtMs === null || said === undefined) return [];
      const group = known.configs.find((one) => one.id === id)?.group;
      const shows = uses.some(({ of }) => ('group' in of ? of.group === group : of.screenId === id));
      return [{ name, leftBytes: leftOn(said), shows }];
    });
  }

  get #refused(): string {
    const { refusal } = this.#change;
    if (refusal === null) return '';
    if (refusal.status !== 'conflict') return t('staff.playlists.notChanged');
    const isDeleting = this.begins === null && this.deleted === null;
    return t(isDeleting ? 'staff.playlists.notDeleted' : 'staff.playlists.conflict');
  }

  #begin(begins: PlaylistDraft | null): void {
    this.begins = begins;
    this.#change.forget();
  }

  #renderOne(playlist: Playlist, known: Known): TemplateResult {
    const { title, items } = playlist;
    const { time } = this.#ticker;
    const today = momentOf(time, known.utcOffset)?.date ?? null;
    const uses = playlistUses(playlist.id, { ...known, today, nowMs: time.nowMs });
    return html`<li>
      <div>
        <p class="title">${title}</p>
        <p class="soft num">
          ${t('staff.playlists.holds', { count: items.length, length: lengthWords(lengthOf(playlist, known)) })}
        </p>
        ${
          uses.length === 0
            ? nothing
            : html`<p class="soft">
                ${t('staff.playlists.usedIn', { uses: playlistUseWords(uses, known.screens) })}
              </p>`
        }
      </div>
      <div class="actions">
        <button
          aria-label=${t('staff.playlists.changeThis', { title })}
          @click=${() => this.#begin(draftOf(playlist))}
        >
          ${t('staff.playlists.change')}
        </button>
        ${
          uses.length > 0
            ? nothing
            : html`<button
                class="outline"
                aria-label=${t('staff.playlists.deleteThis', { title })}
                @click=${() => this.#delete(playlist)}
              >
                ${t('staff.playlists.delete')}
              </button>`
        }
      </div>
    </li>`;
  }

  readonly #save = async ({ draft }: PlaylistSaveEvent): Promise<void> => {
    const made = await this.#change.run('playlist.save', argsOf(draft));
    if (made.ok) this.begins = null;
  };

  async #delete(playlist: Playlist): Promise<void> {
    const made = await this.#change.run('playlist.remove', {
      playlistId: playlist.id,
      baseVersion: playlist.version,
    });
    this.deleted = made.ok ? playlist : null;
  }

  async #putBack(playlist: Playlist): Promise<void> {
    const made = await this.#change.run('playlist.save', argsOf({ ...draftOf(playlist), baseVersion: 0 }));
    if (made.ok) this.deleted = null;
  }
}

/** How long one round of it takes, in milliseconds. */
const lengthOf = ({ items }: Playlist, { all }: Library): number =>
  items.reduce((sum, { media: hash, seconds }) => {
    const media = all.find(({ id }) => id === hash);
    if (media === undefined) return sum;
    const ms = seconds === undefined ? Infinity : seconds * 1000;
    return sum + (isPhoto(media) ? (seconds ?? PHOTO_SECONDS) * 1000 : Math.min(ms, media.durationMs ?? 0));
  }, 0);
