import { ContextConsumer } from '@lit/context';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { hubClientContext, type HubClient } from '../../../app/hub-client.ts';
import { isCount, shape } from '../../../kernel/guards.ts';
import type { Mid } from '../../../kernel/ids.ts';
import type { Signed } from './check-in-flow.ts';

const isAnswer = shape<{ readonly times: number }>({ times: isCount });

/**
 * How many times this month somebody has come who has just signed in: asked of the hub once their claim is there, by the
 * claim itself, shown, and never kept. Where the hub does not tell, nobody knows.
 */
export class MonthCount implements ReactiveController {
  #hub: HubClient | undefined;
  #of: Mid | null = null;
  #times: number | null = null;

  constructor(private readonly host: ReactiveControllerHost & HTMLElement) {
    host.addController(this);
    new ContextConsumer(host, {
      context: hubClientContext,
      subscribe: true,
      callback: (hub) => {
        this.#hub = hub;
      },
    });
  }

  hostDisconnected(): void {
    this.forget();
  }

  forget(): void {
    this.#of = null;
    this.#times = null;
  }

  /** The count for a ✓; null while it is not known. */
  of({ claims: [mid], target, attendee }: Signed): number | null {
    if (mid === undefined || target.type !== 'session' || attendee.maskedName === null) return null;
    if (this.#of !== mid && this.#hub !== undefined) {
      this.#of = mid;
      this.#times = null;
      void this.#ask(this.#hub, mid, target.session.id, attendee.memberId);
    }
    return this.#of === mid ? this.#times : null;
  }

  async #ask(hub: HubClient, mid: Mid, sessionId: string, memberId: string): Promise<void> {
    const words = new URLSearchParams({ claim: mid, sessionId, memberId });
    const reply = await hub.ask(`/api/attendance/month?${words.toString()}`, isAnswer);
    if (this.#of !== mid || !reply.ok || reply.value.times < 1) return;
    this.#times = reply.value.times;
    this.host.requestUpdate();
  }
}
