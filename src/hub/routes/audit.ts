import * as schemas from '../../features/records/model/audit-search.schema.ts';
import {
  isFound,
  newestFirst,
  type AuditFound,
  type AuditSearch,
} from '../../features/records/model/audit-search.ts';
import type { CentreId } from '../../kernel/ids.ts';
import type { RowOf } from '../../kernel/rows.ts';
import { addDays, civilMoment, utcOffsetOf, type CivilDate } from '../../kernel/time.ts';
import type { ArchiveRange } from '../../protocol/hub/ports.ts';
import { DeviceQuery } from '../../protocol/wire/wire-fields.schema.ts';
import { visitorIn } from '../people/authentication.ts';
import type { HubServices } from '../services.ts';
import { answers, type HubApp } from './route.ts';

/** As many as are read before somebody asks for more; the day they end in is told whole. */
const ENOUGH = 60;
/** So many days are looked at in one go. */
const STRETCH_DAYS = 31;
/** Nothing was written down before. */
const FIRST_DAY = '2020-01-01';
const LAST_DAY = '9000-01-01';

/** Who changed what, over all the years the hub has: for the manager. The search is a body, which nobody logs. */
export function auditRoutes(app: HubApp, { authentication, deps: { sync } }: HubServices): void {
  app.post(
    '/api/audit/search',
    {
      onRequest: authentication.staff('manager'),
      schema: {
        tags: ['accounts'],
        summary: 'Who changed what, in its bucket and its archive: whole days, the newest first',
        querystring: DeviceQuery,
        body: schemas.AuditSearch,
        response: answers(schemas.AuditFound, 'Some days of it, and where to go on'),
      },
    },
    async (request, reply) => {
      const { centreId } = visitorIn(request).identity.actor;
      reply.header('cache-control', 'no-store');
      return { ...(await lookBack(centreId, request.body)), asOfMs: sync.now() };
    },
  );

  /** Stretch by stretch, till there is enough to read; `earlier` is the day to go on with. */
  async function lookBack(centreId: CentreId, search: AuditSearch): Promise<Omit<AuditFound, 'asOfMs'>> {
    const offset = utcOffsetOf(await sync.read(centreId, (tx) => tx.get('centre', 'centre', centreId)));
    const dayOf = (row: RowOf<'audit'>): CivilDate => civilMoment(row.receivedAtMs, offset).date;
    const first = search.first ?? FIRST_DAY;
    // What a clock that was ahead has written down is of a day to come.
    let last = search.last ?? LAST_DAY;
    let from = addDays(search.last ?? civilMoment(sync.now(), offset).date, -STRETCH_DAYS);
    const rows: RowOf<'audit'>[] = [];
    for (;;) {
      const found = await foundIn(centreId, { first: from > first ? from : first, last }, search);
      for (const day of new Set(found.map(dayOf))) {
        if (rows.length >= ENOUGH) return { rows, earlier: day };
        rows.push(...found.filter((row) => dayOf(row) === day));
      }
      if (from <= first) return { rows, earlier: null };
      last = addDays(from, -1);
      if (rows.length >= ENOUGH) return { rows, earlier: last };
      // Of quiet years more is looked at in one go.
      from = addDays(last, found.length === 0 ? -12 * STRETCH_DAYS : -STRETCH_DAYS);
    }
  }

  async function foundIn(centreId: CentreId, range: ArchiveRange, search: AuditSearch) {
    const rows = await sync.history(centreId, 'audit', 'audit', range);
    return newestFirst(rows.filter((row) => isFound(row, search)));
  }
}
