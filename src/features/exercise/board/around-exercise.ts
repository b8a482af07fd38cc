import { ContextConsumer } from '@lit/context';
import type { ReactiveControllerHost } from 'lit';
import { deviceContext } from '../../../app/contexts.ts';
import { restDays } from '../../calendar/model/calendar.ts';
import { LiveQuery } from '../../../app/live-query.ts';
import { Ticker } from '../../../app/ticker.ts';
import { nextSession, sessionsOn } from '../../classes/model/sessions.ts';
import { momentOf } from '../../../kernel/time.ts';
import type { View } from '../../../protocol/client/api.ts';
import { asideText } from './exercise-views.ts';

async function readAround(view: View, { sessionId }: { readonly sessionId: string | null }) {
  const [centre] = await view.list('centre', 'centre');
  if (centre === undefined) return null;
  const count = sessionId === null ? undefined : await view.get('centre', 'attendanceCount', sessionId);
  const courses = await view.list('centre', 'course');
  // The calendar is long, and every change asks again.
  const rests = courses.some(({ skipsHolidays }) => skipsHolidays);
  return {
    centre,
    isRest: restDays(rests ? await view.list('city', 'calendarDay') : []),
    courses,
    came: sessionId === null ? null : (count?.count ?? 0),
    changes: await view.list('centre', 'sessionChange'),
  };
}

/** What stands beside an exercise: who has come to it, and what is next in its room. It renders its host each second. */
export class AroundExercise {
  readonly #rows: LiveQuery<Awaited<ReturnType<typeof readAround>>, { readonly sessionId: string | null }>;
  readonly #clock: Ticker;
  readonly #sessionId: () => string | null | undefined;
  readonly #device: ContextConsumer<typeof deviceContext, ReactiveControllerHost & HTMLElement>;

  /** @param sessionId of the run; undefined while there is none */
  constructor(host: ReactiveControllerHost & HTMLElement, sessionId: () => string | null | undefined) {
    this.#sessionId = sessionId;
    this.#rows = new LiveQuery(host, {
      query: readAround,
      args: () => {
        const id = sessionId();
        return id === undefined ? null : { sessionId: id };
      },
    });
    this.#clock = new Ticker(host, 1000);
    this.#device = new ContextConsumer(host, { context: deviceContext, subscribe: true });
  }

  /** 今天 23 人 · 接着 15:00 手指操; empty where there is nothing to say. */
  text(): string {
    const around = this.#rows.value;
    const moment = momentOf(this.#clock.time, around?.centre.utcOffsetMinutes ?? 0);
    if (around === undefined || around === null || moment === null) return '';
    const today = sessionsOn(around.courses, around.changes, moment.date, around.isRest);
    // What comes after the session that they are in, or are called in to.
    const own = today.find(({ id }) => id === this.#sessionId());
    const here = today.filter(
      ({ id, room, startMinute }) =>
        room === this.#device.value?.room && id !== own?.id && startMinute >= (own?.startMinute ?? 0),
    );
    return asideText({ came: around.came, next: nextSession(here, moment) });
  }
}
