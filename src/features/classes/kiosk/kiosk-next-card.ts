import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { LiveQuery } from '../../../app/live-query.ts';
import { Ticker } from '../../../app/ticker.ts';
import { checkInState, isOn, type Session } from '../model/sessions.ts';
import { clockTime, type CivilMoment } from '../../../kernel/time.ts';
import { formatClock, formatNearDay, t } from '../../../i18n/index.ts';
import { KioskElement, PaintedEvent } from '../../../ui/kiosk/kiosk-element.ts';
import { inLanguage } from '../../../ui/common/in-language.ts';
import { reset } from '../../../ui/common/shared-styles.ts';
import { CheckInWantedEvent } from './check-in-wanted.ts';
import { readClasses, sessionsToSpeakOf } from './class-rows.ts';
import '../../../ui/kiosk/button.ts';

/** So many sessions are named on the card. */
const MOST_NAMED = 2;

/**
 * The next session, where and when, and signing in for it once that is open.
 * @fires ll-check-in-wanted
 */
@customElement('ll-kiosk-next-card')
export class LlKioskNextCard extends KioskElement {
  static override styles = [
    reset,
    css`
      :host {
        display: flex;
      }
      section {
        display: flex;
        flex: 1;
        min-width: 0;
        /* Where the words leave the button no room it stands below them. */
        flex-wrap: wrap;
        align-items: center;
        padding: calc(var(--u) * 4) calc(var(--u) * 9) calc(var(--u) * 4) calc(var(--u) * 11);
        background: var(--pine);
        border-radius: var(--radius);
        color: var(--white);
      }
      div {
        display: var(--words-close, block);
        flex: 99 1 calc(var(--text) * 7.3);
        min-width: 0;
        margin: calc(var(--u) * 2) calc(var(--u) * 4) calc(var(--u) * 2) 0;
        /* A name breaks within itself only where it is longer than the card. */
        word-break: keep-all;
        overflow-wrap: break-word;
      }
      p {
        flex: 1 0 100%;
        font-size: var(--text);
        color: var(--pine-pale);
        line-height: 1.4;
      }
      h2 {
        flex: 99 1 auto;
        font-size: var(--dish, var(--text-title));
        font-weight: 900;
        line-height: 1.32;
      }
      /* The whole of a long name stands on the session's page. */
      div > * {
        display: -webkit-box;
        overflow: hidden;
        -webkit-box-orient: vertical;
        -webkit-line-clamp: var(--title-lines, 3);
      }
      /* Which they are is asked next: where there is little room it need not stand here. */
      h2 ~ p {
        display: var(--where-room, -webkit-box);
        -webkit-line-clamp: 2;
      }
      small {
        display: var(--where-room, inline);
        font-size: inherit;
      }
      /* With the least room the hour stands before the name, and the room below has the line for itself. */
      p small {
        display: var(--hour-room, inline);
      }
      .hour {
        display: var(--hour-small, none);
      }
      h2 + p {
        color: var(--white);
        font-weight: 700;
      }
      ll-button {
        display: var(--button-room, block);
        flex: 1 0 auto;
        height: calc(var(--u) * 30);
        margin: calc(var(--u) * 2) 0;
      }
    `,
  ];

  readonly #ticker = new Ticker(this);
  readonly #rows = new LiveQuery(this, {
    query: readClasses,
    args: (rows) => ({ date: this.#ticker.dayAt(rows?.centre) }),
  });
  #painted = false;

  protected override updated(): void {
    if (this.#painted || this.#rows.value === undefined || this.#rows.value === null) return;
    this.#painted = true;
    this.dispatchEvent(new PaintedEvent());
  }

  protected override render() {
    return this.#rows.render({
      pending: () => nothing,
      empty: () => nothing,
      // The meal's card says for both that it has not come yet.
      missing: () => nothing,
      error: () => this.#says(t('kiosk.state.unread')),
      complete: (rows) => {
        const moment = this.#ticker.momentAt(rows.centre);
        if (moment === null) return this.#says(t('kiosk.next.timeUnknown'));
        const [first, ...others] = sessionsToSpeakOf(rows, moment);
        if (first === undefined) return this.#says(t('kiosk.next.none'));
        return others.length === 0 ? this.#one(first, moment) : this.#which([first, ...others]);
      },
    });
  }

  #one(session: Session, moment: CivilMoment) {
    const day = session.date === moment.date ? '' : `${formatNearDay(session.date, moment.date)} `;
    const hour = `${day}${startOf(session)}`;
    const when = t(isOn(session, moment) ? 'kiosk.next.now' : 'kiosk.next.title');
    return this.#card(
      html`<p>
          <small>${hour}　</small>${inLanguage(session.room, session.moved ? null : session.course.roomEn)}
        </p>
        <h2 id="title"><small class="hour">${hour} </small><small>${when} </small>${nameOf(session)}</h2>`,
      checkInState(session, moment) === 'open' ? session.id : undefined,
    );
  }

  /** Several can be signed in for: which one is asked, none is taken for granted. */
  #which(sessions: readonly Session[]) {
    const more = sessions.length - MOST_NAMED;
    return this.#card(
      html`<h2 id="title">${t('kiosk.next.open')}</h2>
        ${sessions
          .slice(0, MOST_NAMED)
          .map((session) => html`<p>${startOf(session)}　${nameOf(session)}</p>`)}
        ${more > 0 ? html`<p>${t('kiosk.next.more', { count: more })}</p>` : nothing}`,
      null,
    );
  }

  /** @param checkIn - what is signed in for; null where it is asked, undefined where there is nothing to sign in for */
  #card(words: TemplateResult, checkIn: Session['id'] | null | undefined) {
    return html`<section aria-labelledby="title">
      <div>${words}</div>
      ${
        checkIn === undefined
          ? nothing
          : html`<ll-button kind="paper" @click=${() => this.dispatchEvent(new CheckInWantedEvent(checkIn))}
              >${t('kiosk.next.checkIn')}</ll-button
            >`
      }
    </section>`;
  }

  #says(words: string) {
    return html`<section><h2>${words}</h2></section>`;
  }
}

const startOf = ({ startMinute }: Session): string => formatClock(clockTime(startMinute % 1440));
const nameOf = ({ course }: Session) => inLanguage(course.name, course.nameEn);
