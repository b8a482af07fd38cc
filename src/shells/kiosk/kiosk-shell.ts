import { ContextConsumer } from '@lit/context';
import { html, nothing, type PropertyValues } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { deviceContext } from '../../app/contexts.ts';
import { knownPhone } from '../../app/known-house.ts';
import { LiveQuery } from '../../app/live-query.ts';
import { whenReady } from '../../app/ready.ts';
import { Ticker } from '../../app/ticker.ts';
import { locale, otherLocale, setLocale, t } from '../../i18n/index.ts';
import { glassInPixels } from '../../ui/common/scale.ts';
import { KioskElement } from '../../ui/kiosk/kiosk-element.ts';
import { KioskPage, type LeaveEvent, type StepEvent } from '../../ui/kiosk/kiosk-page.ts';
import { reset } from '../../ui/common/shared-styles.ts';
import type { TapGuard } from '../../ui/kiosk/tap-guard.ts';
import { emptyView, notOpenedView, stateStyles } from '../../ui/kiosk/state-views.ts';
import type { CheckInWantedEvent } from '../../features/classes/kiosk/check-in-wanted.ts';
import type { NoticesWantedEvent } from '../../features/notices/kiosk/kiosk-notice-line.ts';
import type { Notice } from '../../features/notices/model/notice.ts';
import { alarmOf, readNotices } from '../../features/notices/kiosk/notice-rows.ts';
import { nextSize, setComfort, USUAL, type Comfort } from './comfort.ts';
import { IdleController } from './idle-controller.ts';
import type { BarEvent } from './kiosk-bar.ts';
import type { OpenEvent } from './open-event.ts';
import type { KioskReader } from './kiosk-reader.ts';
import { shellStyles } from './shell-styles.ts';
import { HOME, pages, type PageName, type Where } from './kiosk-pages.ts';
import type { StillThereEvent } from './still-there.ts';
import { back, opened, type Visit } from './visits.ts';
import './kiosk-bar.ts';
import './kiosk-date.ts';
import './kiosk-home.ts';

/**
 * The kiosk's face: one page, the bar under it, and what keeps both safe to use for whoever comes. Where one is, is
 * kept in memory only, never in an address or the history, so that what is personal leaves with the page.
 */
@customElement('ll-kiosk-shell')
export class LlKioskShell extends KioskElement {
  static override styles = [reset, stateStyles, shellStyles];

  /** Where one is comes last, and before it what 返回 goes back to. */
  @state() private visits: readonly Visit[] = [{ id: 0, where: HOME, broken: false }];
  @state() comfort: Comfort = USUAL;
  @query('main') private readonly main!: HTMLElement;

  #covered = false;
  /** Counts the visits, so that the same page opened again is a new page. */
  #count = 0;
  #reader: KioskReader | null = null;
  readonly #device = new ContextConsumer(this, { context: deviceContext, subscribe: true });
  readonly #centre = new LiveQuery(this, {
    query: async (view) => (await view.list('centre', 'centre'))[0],
    args: () => [],
  });
  readonly #notices = new LiveQuery(this, { query: readNotices, args: () => [] });
  #lastNotices: readonly Notice[] = [];
  readonly #ticker = new Ticker(this);
  #guard: TapGuard | null = null;
  /** What is known of whose card was held to the reader goes with them. */
  #forget: (() => void) | null = null;
  readonly #idle: IdleController = new IdleController(this, {
    shown: () => {
      if (this.personal()) return 'personal';
      const untouched = locale() === this.#ownLocale() && this.comfort === USUAL;
      return this.#page === 'home' && untouched ? 'home' : 'public';
    },
    listened: () => this.#reader?.reads ?? false,
    mayAsk: () => !this.alarmed(),
    over: () => this.#wipe(),
  });

  constructor() {
    super();
    this.addEventListener('ll-open', (event: OpenEvent) => void this.#open(event.to));
    this.addEventListener('ll-bar', (event: BarEvent) => void this.#pressed(event));
    this.addEventListener('ll-step', (_: StepEvent) => this.#changed());
    this.addEventListener('ll-leave', (_: LeaveEvent) => this.#wipe());
    this.addEventListener('ll-check-in-wanted', (event: CheckInWantedEvent) => {
      void this.#open({ page: 'checkin', about: event.sessionId });
    });
    this.addEventListener('ll-notices-wanted', (_: NoticesWantedEvent) => {
      void this.#open({ page: 'notices', about: null });
    });
    this.addEventListener('ll-still-there', (event: StillThereEvent) => {
      if (event.there) {
        this.#idle.restart();
        void this.updateComplete.then(() => this.#hear());
      } else this.#wipe();
      this.#guard?.screenChanged();
    });
    // What can wait until home is painted: the other pages, so that none is missing when the hub is away.
    whenReady(() => {
      bringAlarm();
      import('./keeping.ts').then(
        ({ keep }) => ({ guard: this.#guard, forget: this.#forget } = keep(this)),
        () => undefined,
      );
      import('../../features/help/kiosk/kiosk-open-call.ts').catch(() => undefined);
      for (const page of Object.values(pages)) page.load().catch(() => undefined);
      // Where it cannot be had, what is personal goes without the question.
      import('./still-there.ts').catch(() => undefined);
      this.#bringReader().catch(() => undefined);
    });
  }

  /** While somebody is using it the app is not replaced. */
  busy(): boolean {
    return this.#page !== 'home' || this.asking();
  }

  /** 还在看吗？ waits for an answer. */
  asking(): boolean {
    return this.#asking !== null;
  }

  /** Under an emergency nothing is asked: whoever has gone is wiped away in the same time. */
  get #asking(): number | null {
    return this.alarmed() ? null : this.#idle.asking;
  }

  /** Whether anything of a person is shown, or waits under a call for help. */
  personal(): boolean {
    return this.#pages.some((page) => page instanceof KioskPage && page.personal);
  }

  /** Whoever is here has been read to slowly. */
  get heardSlowly(): boolean {
    return this.#reader?.heardSlowly ?? false;
  }

  /** What is read aloud, and how much of the glass is its. */
  readable(): { readonly element: Element; readonly at: DOMRect } | null {
    const element = this.#shownPage;
    return element === null ? null : { element, at: this.main.getBoundingClientRect() };
  }

  /** Whoever is read to is here. */
  stay(): void {
    this.#idle.restart();
  }

  /** While an emergency stands, nothing else is put over it. */
  alarmed(): boolean {
    return this.#alarm() !== null;
  }

  protected override firstUpdated(): void {
    // It stands empty while the hub answers.
    import('./confirmed-line.ts').catch(() => undefined);
  }

  protected override updated(changed: PropertyValues): void {
    const covered = this.renderRoot.querySelector('ll-kiosk-alarm:not([brief])') !== null;
    // An emergency comes and goes under fingers: what was aimed at is not what is there now.
    if (covered !== this.#covered) {
      this.#guard?.screenChanged();
      this.#hear();
    }
    this.#covered = covered;
    // The pages lay themselves out for a glass that is wider than high by this attribute.
    for (const page of this.#pages) page.toggleAttribute('landscape', this.#landscape());
    if (changed.has('visits') && this.#count > 0) {
      this.#changed();
      this.#hear();
    }
  }

  /** What is shown now takes the focus, which went with what was shown before. */
  #hear(): void {
    this.main.focus({ preventScroll: true });
    if (this.#shownPage instanceof KioskPage) this.#shownPage.announce();
  }

  protected override render() {
    const asking = this.#asking;
    const alarm = this.#alarm();
    if (alarm !== null) bringAlarm();
    // Whoever calls for help sees how that goes, under the emergency.
    const calling = this.#page === 'help';
    const covered = alarm !== null && !calling;
    return html`${
        this.#page === 'home' || alarm !== null
          ? nothing
          : html`<header><ll-kiosk-date compact></ll-kiosk-date></header>`
      }
      <main tabindex="-1" ?inert=${asking !== null}>
        ${
          alarm === null
            ? nothing
            : html`<ll-kiosk-alarm
                data-said=${alarm.title}
                .notice=${alarm}
                ?brief=${calling}
              ></ll-kiosk-alarm>`
        }
        <div class="visits" ?hidden=${covered}>
          ${this.visits.map((visit) => keyed(visit.id, this.#visit(visit)))}
        </div>
      </main>
      <ll-confirmed-line
        class=${calling ? 'silent' : ''}
        .unsaid=${this.#reader?.unsaid ?? false}
        .utcOffsetMinutes=${this.#ticker.offsetOf(this.#centre.value)}
      ></ll-confirmed-line>
      <ll-kiosk-bar
        ?over-alarm=${covered}
        .atHome=${this.#page === 'home' || covered}
        .comfort=${this.comfort}
        .reading=${this.#reader?.next ?? null}
      ></ll-kiosk-bar>
      ${asking === null ? nothing : html`<ll-still-there .seconds=${asking}></ll-still-there>`}`;
  }

  get #page(): PageName | 'home' {
    return this.#top?.where.page ?? 'home';
  }

  get #top(): Visit | undefined {
    return this.visits[this.visits.length - 1];
  }

  get #pages(): HTMLElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLElement>('.page')];
  }

  get #shownPage(): HTMLElement | null {
    return this.renderRoot.querySelector('.visit:not([inert]) > .page');
  }

  #alarm() {
    // An alarm that can be read no more is not over for that: it ends when it said it would.
    this.#lastNotices = this.#notices.render({
      pending: () => this.#lastNotices,
      missing: () => this.#lastNotices,
      error: () => this.#lastNotices,
      empty: () => [],
      complete: (notices) => notices,
    });
    return alarmOf(this.#lastNotices, this.#ticker.time.nowMs);
  }

  #visit(visit: Visit) {
    return html`<div class="visit" ?inert=${visit !== this.#top}>${this.#shown(visit)}</div>`;
  }

  #shown({ where, broken }: Visit) {
    if (where.page === 'home') return html`<ll-kiosk-home class="page"></ll-kiosk-home>`;
    if (!broken) return pages[where.page].render(where.about);
    // The page that calls for help is what the others name: of itself it says whom else to ask.
    return where.page === 'help'
      ? emptyView(t('kiosk.state.noHelp', { phone: knownPhone(this.#device.value?.id ?? '') }))
      : notOpenedView();
  }

  async #open(where: Where): Promise<void> {
    const id = this.#nextId();
    const broken = where.page !== 'home' && !(await this.#bring(where.page));
    if (id === this.#count) this.visits = opened(this.visits, { id, where, broken });
  }

  #nextId(): number {
    this.#count += 1;
    return this.#count;
  }

  async #bring(page: PageName): Promise<boolean> {
    try {
      await pages[page].load();
      return true;
    } catch {
      return false;
    }
  }

  async #pressed(event: BarEvent): Promise<void> {
    switch (event.key) {
      case 'home':
        return this.#open(HOME);
      case 'back':
        if (!(this.#shownPage instanceof KioskPage && this.#shownPage.back()))
          this.visits = back(this.visits, this.#nextId());
        return;
      case 'size':
        return this.suit(nextSize(this.comfort));
      case 'contrast':
        return this.suit({ ...this.comfort, contrast: !this.comfort.contrast });
      case 'read':
        return this.#reader?.press();
      case 'language':
        await setLocale(otherLocale());
        return this.#changed();
      case 'help':
        if (this.#page === 'help') {
          this.#changed();
          if (this.#shownPage instanceof KioskPage) this.#shownPage.again();
        } else await this.#open({ page: 'help', about: null });
    }
  }

  async #bringReader(): Promise<void> {
    const { KioskReader } = await import('./kiosk-reader.ts');
    this.#reader ??= new KioskReader(this);
    await this.#reader.find();
  }

  #changed(): void {
    this.#reader?.pageChanged();
    this.#guard?.screenChanged();
    this.#idle.restart();
  }

  /** The glass as somebody likes it. Everything is drawn anew: what is measured has another size. */
  async suit(comfort: Comfort, language = locale()): Promise<void> {
    this.comfort = comfort;
    const isSo = await setComfort(comfort);
    // Whoever was here may have gone meanwhile.
    if (this.comfort !== comfort) return;
    if (!isSo) this.comfort = { ...comfort, contrast: false };
    // A language that cannot be had here leaves the one there is.
    if (!(await setLocale(language))) await setLocale(locale());
    this.#changed();
  }

  /** Whoever was here is gone: nothing of them stays in what is shown, in memory, in the language or the type's size. */
  #wipe(): void {
    // The hub may have been away, or without a voice, when it was asked.
    this.#bringReader().catch(() => undefined);
    this.#forget?.();
    this.#reader?.forget();
    this.comfort = USUAL;
    void setComfort(USUAL);
    void setLocale(this.#ownLocale());
    void this.#open(HOME);
  }

  #landscape(): boolean {
    const { widthPx, heightPx } = glassInPixels();
    return widthPx > heightPx;
  }

  #ownLocale() {
    return this.#device.value?.locale ?? 'zh-CN';
  }
}

/** Beside home's first paint, which seldom has one. */
const bringAlarm = (): unknown =>
  import('../../features/notices/kiosk/kiosk-alarm.ts').catch(() => undefined);
