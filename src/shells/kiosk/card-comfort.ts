import { ContextConsumer, ContextProvider } from '@lit/context';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { cardAsKept } from '../../app/card-number.ts';
import { Change } from '../../app/change.ts';
import { deviceContext } from '../../app/contexts.ts';
import { LiveQuery } from '../../app/live-query.ts';
import { finderOf } from '../../features/members/model/find-person.ts';
import type { MemberComfort, RosterEntry } from '../../features/members/model/roster.ts';
import { locale } from '../../i18n/index.ts';
import { id } from '../../kernel/ids.ts';
import { same } from '../../kernel/same.ts';
import { ownComfortContext, type NextPersonEvent, type OwnComfort } from '../../ui/kiosk/own-comfort.ts';
import type { ScanEvent } from '../../ui/kiosk/scanner.ts';
import { isReadable } from '../../ui/kiosk/who-steps.ts';
import type { WhoEvent } from '../../ui/kiosk/who.ts';
import { USUAL, type Comfort } from './comfort.ts';

export interface Glass extends ReactiveControllerHost, HTMLElement {
  readonly comfort: Comfort;
  /** Whoever is here has been read to slowly. */
  readonly heardSlowly: boolean;
  /** Whether anything of a person is on the glass. */
  personal(): boolean;
  suit(comfort: Comfort, language?: MemberComfort['language']): Promise<void>;
}

/**
 * The glass as a member's card asks for it, from when the card is held to the reader, wherever that is, until they are
 * gone; and what they may ask of it from then on. Whoever says who they are without a card asks for nothing: only who
 * holds a card changes what it does. Which hand somebody uses is not kept: the bar stands where it stands for everybody.
 */
export class CardComfort implements ReactiveController {
  /** Whose card it was. */
  #holder: string | null = null;
  /** The glass is as a card has asked for it. */
  #language: MemberComfort['language'] | null = null;
  #failed = false;
  /** Counts those who come: what is found out too late is for nobody. */
  #visit = 0;
  readonly #change: Change;
  readonly #device: ContextConsumer<typeof deviceContext, Glass>;
  readonly #provider: ContextProvider<typeof ownComfortContext, Glass>;
  /** Those who have asked for something, so that it is so before the page is drawn that their card opens. */
  readonly #wishes: LiveQuery<RosterEntry[], []>;

  constructor(private readonly glass: Glass) {
    this.#change = new Change(glass);
    this.#device = new ContextConsumer(glass, { context: deviceContext, subscribe: true });
    this.#wishes = new LiveQuery(glass, {
      query: async (view) =>
        (await view.list('kiosk', 'roster')).filter(({ comfort }) => comfort !== undefined),
      args: () => [],
    });
    this.#provider = new ContextProvider(glass, { context: ownComfortContext, initialValue: this.#own() });
    glass.addController(this);
  }

  hostConnected(): void {
    this.glass.addEventListener('ll-who', this.#said);
    this.glass.addEventListener('ll-next-person', this.#next);
    window.addEventListener('ll-scan', this.#scanned);
  }

  hostDisconnected(): void {
    this.glass.removeEventListener('ll-who', this.#said);
    this.glass.removeEventListener('ll-next-person', this.#next);
    window.removeEventListener('ll-scan', this.#scanned);
  }

  hostUpdate(): void {
    this.#tell();
  }

  /** They are gone, and the glass is as usual again. */
  forget(): void {
    this.#visit += 1;
    this.#holder = null;
    this.#language = null;
    this.#failed = false;
    this.#tell();
  }

  readonly #said = ({ id, by, ofAnother }: WhoEvent): void => {
    if (!ofAnother) this.#become(by === 'card' ? id : null);
  };

  readonly #next = (_: NextPersonEvent): void => this.#become(null);

  /** Where nobody asks for a card it changes how the glass is all the same. */
  readonly #scanned = async (event: ScanEvent): Promise<void> => {
    await Promise.resolve();
    const { store } = this.#change;
    const wishes = this.#wishes.value ?? [];
    if (event.defaultPrevented || store === undefined || wishes.length === 0 || this.glass.personal()) return;
    const visit = this.#visit;
    const finder = finderOf(wishes, (card) => cardAsKept(card, store.actor.centreId));
    const found = isReadable(event.text) ? await finder.byCard(event.text.trim()).catch(() => null) : null;
    if (found !== null && visit === this.#visit) this.#become(found.id);
  };

  /** @param holder who has held their card to the reader; null for somebody who has not */
  #become(holder: string | null): void {
    const isSame = holder !== null && holder === this.#holder;
    this.#visit += 1;
    this.#holder = holder;
    this.#failed = false;
    const wish = this.#wish();
    if (wish !== null && !isSame) {
      const { language, ...comfort } = wish;
      this.#language = language;
      void this.glass.suit(comfort, language);
    } else if (wish === null && this.#language !== null) {
      // What the last one's card has set is not for the next.
      this.#language = null;
      void this.glass.suit(USUAL, this.#usual());
    }
    this.#tell();
  }

  #wish(): MemberComfort | null {
    return this.#wishes.value?.find((one) => one.id === this.#holder)?.comfort ?? null;
  }

  #now(): MemberComfort {
    const { larger, contrast, slow } = this.glass.comfort;
    return { larger, contrast, slow: slow || this.glass.heardSlowly, language: locale() };
  }

  #usual(): MemberComfort['language'] {
    return this.#device.value?.locale ?? 'zh-CN';
  }

  #isUsual(now: MemberComfort): boolean {
    return same(now, { ...USUAL, language: this.#usual() });
  }

  #own(): OwnComfort {
    return { offer: this.#offer(), language: this.#language, press: this.#press };
  }

  #offer(): OwnComfort['offer'] {
    if (this.#holder === null) return 'none';
    const [wish, now] = [this.#wish(), this.#now()];
    if (same(wish, now)) return 'kept';
    if (wish === null && this.#isUsual(now)) return 'none';
    return this.#failed ? 'failed' : 'keep';
  }

  readonly #press = async (): Promise<void> => {
    const [memberId, now] = [this.#holder, this.#now()];
    if (memberId === null || this.#change.running) return;
    const comfort = this.#isUsual(now) || same(this.#wish(), now) ? null : now;
    const visit = this.#visit;
    const made = await this.#change.run('member.comfort', { memberId: id(memberId), comfort });
    if (visit !== this.#visit) return;
    this.#failed = !made.ok;
    this.#tell();
  };

  #tell(): void {
    const own = this.#own();
    const { offer, language } = this.#provider.value;
    if (offer !== own.offer || language !== own.language) this.#provider.setValue(own);
  }
}
