import { locale, t } from '../../i18n/index.ts';
import '../../i18n/kiosk-page-texts.ts';
import { spoken } from '../../i18n/spoken.ts';
import type { RowOf } from '../../kernel/rows.ts';
import type { LocalStore } from '../../protocol/client/api.ts';
import { mediaAddress } from '../../store/media/media-cache.ts';
import { HubVoice } from '../../store/speech/hub-voice.ts';
import { KioskPage } from '../../ui/kiosk/kiosk-page.ts';
import { LlPages } from '../../ui/kiosk/pages.ts';
import { Marks } from '../../ui/kiosk/read-aloud/marks.ts';
import { hasOwnVoice, sayByOwnVoice, stopOwnVoice } from '../../ui/kiosk/read-aloud/own-voice.ts';
import { Player, type Ending } from '../../ui/kiosk/read-aloud/player.ts';
import { ReadAloud, type Reading } from '../../ui/kiosk/read-aloud/reading.ts';
import { Recordings } from '../../ui/kiosk/read-aloud/recordings.ts';
import { whatIsSaid, type Said } from '../../ui/kiosk/read-aloud/what-is-said.ts';
import { glassSettings } from './glass-settings.ts';
import { speakAhead } from '../read-aloud/speak-ahead.ts';

interface Glass {
  /** Where marks are drawn. */
  readonly root: DocumentFragment | HTMLElement;
  /** What is read: the page that is shown, and how much of the glass is its. */
  readonly page: () => { readonly element: Element; readonly at: DOMRect } | null;
  /** 0 to 1. */
  readonly volume: () => number;
  /** Somebody is read to now, or no more. `unsaid` where nothing could be said. */
  readonly changed: (reading: Reading, unsaid: boolean) => void;
}

/** A machine's own voice and a sound at the usual pace, said slowly. */
const SLOW_RATE = 0.78;

/** 读给我听 for the kiosk's pages, by the hub's voice, or this machine's own where the hub has none. */
export class PageReader {
  readonly #glass: Glass;
  readonly #voice: HubVoice;
  readonly #player = new Player();
  readonly #reading: ReadAloud;
  readonly #recordings = new Recordings();
  #marks: Marks | null = null;
  #turning = false;
  /** Counts the silences: a sound that comes after one was for before it. */
  #silences = 0;

  constructor(voice: HubVoice, glass: Glass) {
    this.#voice = voice;
    this.#glass = glass;
    this.#reading = new ReadAloud({
      page: () => this.#said(),
      turn: () => this.#turnPage(),
      say: (one, pace) => this.#say(one, pace),
      prepare: (one, pace) => void (one.recording === null && this.#soundOf(one, pace)),
      hush: () => {
        this.#silences += 1;
        this.#player.stop();
        stopOwnVoice();
      },
      mark: (one) => this.#mark(one),
      changed: (reading, unsaid) => {
        if (reading === null) this.#recordings.forget();
        glass.changed(reading, unsaid);
      },
    });
  }

  /** Reads; slower at the second press, no more at the third. Slowly from the first where it is asked for. */
  press(slowly: boolean): void {
    this.#reading.press(slowly ? 'slow' : 'normal');
  }

  /** The page shows something else: what was read is no longer there. A page that the reading itself has turned goes on. */
  pageChanged(): void {
    if (!this.#turning) this.#reading.stop();
  }

  #said(): readonly Said[] {
    const page = this.#glass.page();
    return page === null ? [] : saidOn(page.element, page.at);
  }

  async #turnPage(): Promise<boolean> {
    const page = this.#glass.page();
    const pages = page === null ? null : pagesIn(page.element);
    if (pages === null || this.#recordings.heard) return false;
    this.#turning = true;
    const turned = pages.next();
    await pages.updateComplete;
    this.#turning = false;
    return turned;
  }

  async #say(one: Said, pace: 'normal' | 'slow'): Promise<Ending> {
    const volume = this.#glass.volume();
    const silences = this.#silences;
    const recording = this.#recordings.of(one);
    if (recording === 'said') return 'said';
    if (recording !== null) {
      this.#marks?.show(recording.rects());
      const rate = pace === 'slow' ? SLOW_RATE : 1;
      const ending = await this.#player.playFrom(mediaAddress(recording.hash), volume, rate);
      this.#recordings.ended(recording, ending);
      if (ending !== 'silent') return ending;
      this.#marks?.show(one.rects());
    }
    const sound = await this.#soundOf(one, pace);
    const usual = sound === null && pace === 'slow' ? await this.#soundOf(one, 'normal') : null;
    // Whoever it was for may have gone while it was fetched.
    if (silences !== this.#silences) return 'stopped';
    if (sound !== null) return this.#player.play(sound, volume);
    if (usual !== null) return this.#player.play(usual, volume, SLOW_RATE);
    return sayByOwnVoice(one.text, one.language, volume, pace === 'slow' ? SLOW_RATE : 1);
  }

  #soundOf({ text, language, isPrivate }: Said, pace: 'normal' | 'slow'): Promise<Blob | null> {
    return this.#voice.soundOf(spoken(text, language), { language, pace }, !isPrivate);
  }

  #mark(one: Said | null): void {
    if (one === null) {
      this.#marks?.remove();
      this.#marks = null;
    } else {
      this.#marks ??= new Marks(this.#glass.root);
      this.#marks.show(one.rects());
    }
  }
}

/**
 * The reader of a device; null where neither the hub nor the machine has a voice.
 * @param isFree whether nobody uses the glass: then what will be read is fetched
 */
export async function findReader(
  device: RowOf<'deviceConfig'>,
  { store, isFree }: { readonly store: LocalStore; readonly isFree: () => boolean },
  glass: Omit<Glass, 'volume'>,
): Promise<PageReader | null> {
  const voice = new HubVoice(device.id);
  const hubSpeaks = await voice.find(t('kiosk.bar.read'), locale());
  if (hubSpeaks) speakAhead(store, voice, isFree);
  if (!hubSpeaks && !hasOwnVoice()) return null;
  // An ear hears half as loud what has a quarter of the power.
  const volume = (): number => Math.sqrt(glassSettings(device).volume / 100);
  return new PageReader(voice, { ...glass, volume });
}

/** What is said on a page. Where it is about one person all of it is: no sentence of theirs is kept anywhere. */
export function saidOn(page: Element, at: DOMRect): readonly Said[] {
  const said = whatIsSaid(page, at);
  return page instanceof KioskPage && page.personal ? said.map((one) => ({ ...one, isPrivate: true })) : said;
}

/** The pages that something long is laid out in, through shadow roots, and that are shown; null where it is on one. */
function pagesIn(root: Element): LlPages | null {
  if (root instanceof LlPages) return root.getClientRects().length > 0 ? root : null;
  for (const child of [...(root.shadowRoot?.children ?? []), ...root.children]) {
    const found = pagesIn(child);
    if (found !== null) return found;
  }
  return null;
}
