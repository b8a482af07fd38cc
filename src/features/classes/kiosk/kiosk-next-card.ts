import { css, html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { LiveQuery } from '../../../app/live-query.ts';
import { Ticker } from '../../../app/ticker.ts';
import { checkInState, isOn, type Session } from '../model/sessions.ts';
import { clockTime, type CivilMoment } from '../../../kernel/time.ts';
import { formatClock, formatNearDay, t } from '../../../i18n/index.ts';
import { KioskElement, PaintedEvent } from '../../../ui/kiosk/kiosk-element.ts';
import { reset } from '../../../ui/common/shared-styles.ts';
import { CheckInWantedEvent } from './check-in-wanted.ts';
import { courseName, readClasses, begunOrNextSession } from './class-rows.ts';
import '../../../ui/kiosk/button.ts';

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
        align-items: center;
        justify-content: space-between;
        min-height: calc(var(--u) * 47);
        padding: calc(var(--u) * 7) calc(var(--u) * 11);
        background: var(--pine);
        border-radius: var(--radius);
        color: var(--white);
      }
      p {
        font-size: var(--text);
        color: var(--pine-pale);
        line-height: 1.4;
      }
      h2 {
        font-size: var(--text-title);
        font-weight: 900;
        line-height: 1.25;
      }
      ll-button {
        flex: none;
        height: calc(var(--u) * 30);
        margin-left: calc(var(--u) * 6);
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
      error: () => this.#says(t('kiosk.state.error')),
      complete: (rows) => {
        const moment = this.#ticker.momentAt(rows.centre);
        if (moment === null) return this.#says(t('kiosk.next.timeUnknown'));
        const session = begunOrNextSession(rows, moment);
        return session === null ? this.#says(t('kiosk.next.none')) : this.#session(session, moment);
      },
    });
  }

  #session(session: Session, moment: CivilMoment) {
    const on = isOn(session, moment);
    const time = formatClock(clockTime(session.startMinute % 1440));
    const day = session.date === moment.date ? '' : `${formatNearDay(session.date, moment.date)} `;
    const title = t(on ? 'kiosk.next.now' : 'kiosk.next.title', { name: courseName(session.course) });
    return html`<section aria-labelledby="title">
      <div>
        <p>${t('kiosk.next.where', { time: `${day}${time}`, room: session.room })}</p>
        <h2 id="title">${title}</h2>
      </div>
      ${
        checkInState(session, moment) === 'open'
          ? html`<ll-button
              kind="paper"
              @click=${() => this.dispatchEvent(new CheckInWantedEvent(session.id))}
              >${t('kiosk.next.checkIn')}</ll-button
            >`
          : nothing
      }
    </section>`;
  }

  #says(words: string) {
    return html`<section><h2>${words}</h2></section>`;
  }
}
