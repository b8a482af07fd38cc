import { expect } from 'chai';
import { readMenus } from '../../../../src/features/menus/kiosk/menu-rows.ts';
import type { View } from '../../../../src/protocol/client/api.ts';
import { at, dish, kioskStore, menuOf, today } from '../../../support/kiosk-centre.ts';

/** A view that counts what it is asked. */
function counting(view: View, asked: () => void): View {
  return {
    get: (scope, kind, rowId) => {
      asked();
      return view.get(scope, kind, rowId);
    },
    list: (scope, kind, range) => {
      asked();
      return view.list(scope, kind, range);
    },
  };
}

describe('The menus of a week', () => {
  it('are read in a few questions to the disk: one for each meal of each day kept people waiting', async () => {
    const lunch = menuOf(today, 'lunch', [dish('番茄炒蛋')]);
    const store = kioskStore(at(10, 32)).put('centre', 'menu', lunch.id, lunch);
    let asked = 0;
    const rows = await store.query((view) =>
      readMenus(
        counting(view, () => (asked += 1)),
        { date: today, canteenId: null, days: 8 },
      ),
    );
    expect([...(rows?.menus.keys() ?? [])]).to.deep.equal([lunch.id]);
    expect(asked).to.be.at.most(4);
  });
});
