import { id } from '../../src/kernel/ids.ts';
import type { Actor } from '../../src/kernel/mutation.ts';
import { FakeStore } from './fake-store.ts';
import { longNotice } from './long-centre.ts';
import { at, course, dish, menuOf, today } from './kiosk-centre.ts';
import { mediaRow } from './media-rows.ts';
import { policyRow, proposalRow } from './policy-rows.ts';
import { centreRow } from './rows.ts';
import { staffStore } from './staff-centre.ts';

/** A word without a place to break it, as an address or a file's name is. */
const UNBROKEN = 'Rindfleischetikettierungsueberwachung';

/** A centre that has been set up, and where nobody has written anything yet. */
const none = (actor: Actor): FakeStore =>
  new FakeStore({ actor, nowMs: at(11, 2) }).put('centre', 'centre', 'sample', centreRow());

const rule = {
  lines: [
    { any: [{ question: 'age' as const, from: 80, below: null }] },
    {
      any: [
        { question: 'household' as const, is: ['hukouHere' as const] },
        { question: 'income' as const, is: ['hasDibao' as const], not: true },
      ],
    },
  ],
};

/** One or some of everything. */
function some(actor: Actor): FakeStore {
  const store = staffStore(actor);
  const film = mediaRow();
  const dinner = menuOf(today, 'dinner', [dish('白粥'), dish('花卷')]);
  return store
    .put('centre', 'media', film.id, film)
    .put('centre', 'menu', dinner.id, dinner)
    .put('centre', 'dish', 'congee', { ...dish('白粥'), id: id<'DishId'>('congee') })
    .put('city', 'policy', 'meals-help', policyRow({ expiresOn: '2026-12-01', phone: '000-8000', rule }))
    .put('staff', 'policyProposal', 'meals-help', proposalRow({ version: 2, source: '新办法', rule }))
    .put('staff', 'account', 'account-manager', {
      id: id<'AccountId'>('account-manager'),
      name: '王经理',
      role: 'manager',
      active: true,
    })
    .put('people', 'request', 'q1', {
      id: id<'Mid'>('q1'),
      memberId: id('m1'),
      policyId: id('meals-help'),
      seenName: null,
      deviceId: id('lobby-kiosk'),
      place: '大厅一体机',
      raisedAtMs: at(9, 0),
      state: 'waiting',
      answeredBy: null,
      answeredAtMs: null,
    })
    .put('centre', 'notice', 'long', {
      ...longNotice,
      id: id<'NoticeId'>('long'),
      level: 'normal',
      fromMs: 0,
      untilMs: null,
      by: '王经理',
      where: { kiosks: true, screens: 'all' },
    })
    .put('staff', 'noticeProposal', 'waits', {
      id: id<'NoticeId'>('waits'),
      notice: {
        ...longNotice,
        id: id<'NoticeId'>('waits'),
        level: 'urgent',
        fromMs: 0,
        untilMs: null,
        by: '王经理',
        version: 1,
      },
      accountId: id('account-leader'),
      atMs: 0,
    })
    .put('staff', 'deviceMedia', 'dining-hall', {
      id: id<'DeviceId'>('dining-hall'),
      heardMs: at(9, 0),
      budgetBytes: 2_000_000_000,
      heldBytes: 1000,
      wantedFiles: 1,
      readyFiles: 1,
      wantedBytes: 1_900_000_000,
      readyBytes: 1_900_000_000,
      faults: [],
    });
}

/** As much of everything as fits, each text as long as it may be, with words that no line wants to hold. */
function long(actor: Actor): FakeStore {
  const store = some(actor);
  const items = Array.from({ length: 24 }, (_, i) => dish(`拼盘${i}`, { dishId: id(`long-${i}`) }));
  const lunch = menuOf(today, 'lunch', items);
  store.put('centre', 'menu', lunch.id, lunch);
  for (let i = 0; i < 12; i += 1) {
    store.put(
      'centre',
      'course',
      `long-${i}`,
      course(`long-${i}`, '国画提高班', `${String(9 + i).padStart(2, '0')}:20`),
    );
    store.put('people', 'member', `long-${i}`, {
      id: id<'MemberId'>(`long-${i}`),
      name: '欧阳阿木古楞',
      phone: '+86 139 0000 1234 567',
      birthYear: 1938,
    });
  }
  return lengthened(store);
}

/** Makes each text of a centre as long as it may be. */
export const lengthened = (store: FakeStore): FakeStore =>
  store.rewrite((text) => `${text}${UNBROKEN}`.slice(0, 40).padEnd(40, '长'));

/** The centres a console's pages must bear. */
export const consoleWorlds = { none, some, long } as const;
