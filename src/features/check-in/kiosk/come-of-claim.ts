import type { Static } from 'typebox';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { askAsDevice } from '../../../app/ask-as-device.ts';
import { isCount, shape } from '../../../kernel/guards.ts';
import type { ComeOfClaim } from '../model/attendance-history.schema.ts';
import type { Signed } from './check-in-flow.ts';

type Answer = Static<typeof ComeOfClaim>;

const isAnswer = shape<Answer>({ times: isCount, place: isCount, count: isCount });
/** The claim may not be there yet at the first; each is asked when the page is drawn again, a second later at most. */
const MOST_TRIES = 8;

/**
 * What has come of a claim: asked of the hub by the claim itself, which only the device that made it can; shown, and
 * never kept. Where the hub does not tell, nobody knows.
 */
export class WhatCameOfIt implements ReactiveController {
  #of: Signed | null = null;
  #answer: Answer | null = null;
  #tries = 0;
  #isAsking = false;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.forget();
  }

  forget(): void {
    this.#of = null;
    this.#answer = null;
  }

  /** The answer for a ✓ of a device; null while there is none. Once there it stays as it is. */
  of(signed: Signed, deviceId: string): Answer | null {
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
