import classesSample from '../../src/features/classes/sample.json' with { type: 'json' };
import menusSample from '../../src/features/menus/sample.json' with { type: 'json' };
import policiesSample from '../../src/features/policies/sample.json' with { type: 'json' };
import { itemOf } from '../../src/features/menus/model/menu.ts';
import { id } from '../../src/kernel/ids.ts';
import type { RowOf } from '../../src/kernel/rows.ts';
import { addDays } from '../../src/kernel/time.ts';
import { at, kioskStore, menuOf, today } from './kiosk-centre.ts';
import type { FakeStore } from './fake-store.ts';

/** A sample file's rows, with the days it names from the day it is shown on. */
function dated<T>(rows: unknown): readonly T[] {
  const text = JSON.stringify(rows).replace(
    /"today([+-]\d+)?"/g,
    (_, days: string | undefined) => `"${addDays(today, Number(days ?? 0))}"`,
  );
  return JSON.parse(text);
}

/** A kiosk that holds what the sample centre says: every course and policy, and the day's three meals of the week. */
export function sampleStore(nowMs?: number): FakeStore {
  const store = kioskStore(nowMs);
  for (const row of dated<RowOf<'course'>>(classesSample.centre.course))
    store.put('centre', 'course', row.id, row);
  for (const row of dated<RowOf<'policy'>>(policiesSample.city.policy))
    store.put('city', 'policy', row.id, row);
  const dishes = new Map(dated<RowOf<'dish'>>(menusSample.centre.dish).map((dish) => [dish.id, dish]));
  for (const plan of dated<RowOf<'menuPlan'>>(menusSample.staff.menuPlan)) {
    plan.days.forEach((meals, day) => {
      for (const { meal, dishIds, ...more } of meals) {
        const items = dishIds.flatMap((dishId) => dishes.get(dishId) ?? []).map(itemOf);
        const menu = { ...menuOf(addDays(today, day), meal, items), ...more };
        store.put('centre', 'menu', menu.id, menu);
      }
    });
  }
  const notice: RowOf<'notice'> = {
    id: id('water'),
    level: 'normal',
    title: '下午停水',
    titleEn: 'No water this afternoon',
    body: '下午一点到五点全楼停水。',
    bodyEn: 'The water is off in the whole house from one to five.',
    fromMs: at(0, 0),
    untilMs: null,
    by: '王经理',
  };
  return store.put('centre', 'notice', notice.id, notice);
}
