import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Form, Programme, Run } from '../model/run.ts';
import { numberedName } from '../words/form-words.ts';
import { locale, t } from '../../../i18n/index.ts';

/** What says texts aloud on this screen. */
export interface Voice {
  /** Has texts at hand. False where they cannot be heard here: then no key offers it. */
  prepare(texts: readonly string[], language: 'zh-CN' | 'en'): Promise<boolean>;
  /** @param volume 0 to 1 */
  say(text: string, volume: number): void;
  close(): void;
}

export type BringVoice = (screenId: string) => Promise<Voice>;

const NUMERALS = [1, 2, 3, 4, 5, 6, 7, 8] as const;
const LOUDEST = 100;

/** Says forms and counts with their frames, where a run wants it and the screen has a voice. */
export class CountingAloud implements ReactiveController {
  #voice: Voice | null = null;
  #speaks = false;
  /** What was asked for last, and where the run stood then. */
  #asked = { of: '', at: '' };
  #asking = false;

  constructor(private readonly host: ReactiveControllerHost & HTMLElement) {
    host.addController(this);
  }

  /** Whether all that is said of the programme can be heard here. */
  get speaks(): boolean {
    return this.#speaks;
  }

  hostDisconnected(): void {
    this.#voice?.close();
    this.#voice = null;
    this.#speaks = false;
    this.#asked = { of: '', at: '' };
  }

  /**
   * Has everything that is said of a programme at hand, in each language. What could not be had - the hub was away - is
   * asked for again when the run stands elsewhere.
   * @param at the run's version and form
   */
  async have(programme: Programme, screenId: string, at: string, bring: BringVoice | null): Promise<void> {
    const of = `${programme.id} ${locale()}`;
    const isAnother = of !== this.#asked.of;
    if (bring === null || this.#asking || (!isAnother && (this.#speaks || at === this.#asked.at))) return;
    this.#asked = { of, at };
    if (isAnother) this.#speaks = false;
    this.#asking = true;
    try {
      const voice = (this.#voice ??= await bring(screenId));
      const speaks = await voice.prepare(spokenOf(programme), locale());
      if (!this.host.isConnected) return voice.close();
      this.#speaks = speaks;
    } catch (error) {
      console.error(error);
    } finally {
      this.#asking = false;
      this.host.requestUpdate();
    }
  }

  /** A form, or a count of it, has begun on the glass. */
  say(run: Run, form: Form, count: number, isNewForm: boolean): void {
    if (run.voice !== true || run.state !== 'playing' || !this.#speaks) return;
    const text = isNewForm ? numberedName(form) : count > 0 ? spokenCount(count) : null;
    if (text !== null) this.#voice?.say(text, (run.volume ?? LOUDEST) / LOUDEST);
  }
}

/** A count as it is said. */
function spokenCount(count: number): string {
  const numeral = NUMERALS.find((one) => one === count);
  return numeral === undefined ? String(count) : t(`exercise.numeral.${numeral}`);
}

/** Everything that is said of a programme. */
function spokenOf({ forms }: Programme): readonly string[] {
  const counts = forms.flatMap(({ beats }) => beats.map(({ count }) => count)).filter((count) => count > 0);
  return [...new Set([...counts.map(spokenCount), ...forms.map(numberedName)])];
}
