import type { Static } from 'typebox';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { askAsDevice } from '../../../app/ask-as-device.ts';
import { LiveQuery } from '../../../app/live-query.ts';
import { isCount, shape } from '../../../kernel/guards.ts';
import { attendanceId, attendancesOf, countOf, placeOf } from '../model/attendance.ts';
import type { ComeOfClaim } from '../model/attendance-history.schema.ts';
import { sessionOfSigned, type Signed, type Step } from './check-in-flow.ts';

type Answer = Static<typeof ComeOfClaim>;

/** The how-manieth somebody was to come, and how many have. */
export interface Figures {
  readonly place: number;
  readonly count: number;
  /** The hub has the claim, and this device what the hub knows: before that they are this device's own. */
  readonly isTold: boolean;
  /** How many times this month; null where nobody knows, and of a visitor, who is nobody. */
  readonly times: number | null;
}

const isAnswer = shape<Answer>({ times: isCount, place: isCount, count: isCount });
/** The claim may not be there yet at the first; each is asked when the page is drawn again, a second later at most. */
const MOST_TRIES = 8;

/**
 * What has come of a claim: asked of the hub by the claim itself, which only the device that made it can; shown, and
 * never kept. Until the hub tells it is what stands in this kiosk's own book.
 */
export class WhatCameOfIt implements ReactiveController {
  #of: Signed | null = null;
  #answer: Answer | null = null;
  #tries = 0;
  #isAsking = false;
  /** Who has come to the session of a ✓, and nobody else: each check-in asks for them again. */
  readonly #came;

  constructor(
    private readonly host: ReactiveControllerHost & HTMLElement,
    step: () => Step | null,
  ) {
    host.addController(this);
    this.#came = new LiveQuery(host, {
      query: (view, { session }) => view.list('kiosk', 'attendance', attendancesOf(session)),
      args: () => {
        const session = sessionOfSigned(step())?.id;
        return session === undefined ? null : { session };
      },
    });
  }

  hostDisconnected(): void {
    this.forget();
  }

  forget(): void {
    this.#of = null;
    this.#answer = null;
  }

  /** The figures of a ✓ of a device; null where nothing tells. Once the hub has told them they stay as they are. */
  of(signed: Signed, deviceId: string, away: boolean): Figures | null {
    const told = away ? null : this.#told(signed, deviceId);
    if (told === null) return this.#ownOf(signed);
    return { ...told, isTold: true, times: signed.attendee.maskedName === null ? null : told.times };
  }

  #ownOf({ target, attendee }: Signed): Figures | null {
    const came = this.#came.value;
    if (target.type !== 'session' || came === undefined) return null;
    const session = target.session.id;
    const place = placeOf(came, attendanceId(session, attendee.memberId));
    return place === null ? null : { place, count: countOf(came, session), isTold: false, times: null };
  }

  #told(signed: Signed, deviceId: string): Answer | null {
    if (this.#of !== signed) {
      this.#of = signed;
      this.#answer = null;
      this.#tries = 0;
    }
    if (this.#answer === null && !this.#isAsking && this.#tries < MOST_TRIES)
      void this.#ask(signed, deviceId);
    return this.#answer;
  }

  async #ask({ claims: [claim], target, attendee }: Signed, deviceId: string): Promise<void> {
    if (claim === undefined || target.type !== 'session') return;
    const before = this.#of;
    this.#isAsking = true;
    this.#tries += 1;
    const words = new URLSearchParams({ claim, sessionId: target.session.id, memberId: attendee.memberId });
    const answer = await askAsDevice(deviceId, `/api/attendance/claim?${words.toString()}`, isAnswer);
    this.#isAsking = false;
    if (this.#of !== before || answer === null) return;
    this.#answer = answer;
    this.host.requestUpdate();
  }
}
