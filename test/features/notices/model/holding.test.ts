import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { id } from '../../../../src/kernel/ids.ts';
import { isForScreen } from '../../../../src/features/notices/model/is-for.ts';
import {
  checkNotice,
  isForKiosks,
  noticesNow,
  type Notice,
} from '../../../../src/features/notices/model/notice.ts';

const NOON = Date.UTC(2026, 10, 22, 4, 0);
const notice = (key: string, more: Partial<Notice> = {}): Notice => ({
  id: id(key),
  level: 'emergency',
  title: '请马上离开餐厅',
  body: null,
  fromMs: NOON,
  untilMs: null,
  by: '王经理',
  ...more,
});
const held = (notices: readonly Notice[], nowMs: number | null) =>
  noticesNow(notices, nowMs).map((n) => n.id);

describe('A notice holds', () => {
  it('as an emergency on a glass whose clock is behind the hub’s: it was raised, whatever that clock says', () => {
    assert.deepEqual(held([notice('smoke')], NOON - 40), ['smoke']);
    assert.deepEqual(held([notice('smoke')], NOON - 10 * 365 * 86_400_000), ['smoke']);
    assert.deepEqual(held([notice('smoke')], null), ['smoke']);
  });

  it('from its hour to its end, where it is none', () => {
    const water = notice('water', { level: 'normal', untilMs: NOON + 1000 });
    assert.deepEqual(held([water], NOON - 1), []);
    assert.deepEqual(held([water], NOON), ['water']);
    assert.deepEqual(held([water], NOON + 1000), []);
    assert.deepEqual(held([water], null), []);
  });

  it('at a level that only a newer build knows as an urgent one, never before an emergency, which would be on no glass', () => {
    const more = { level: 'advice', fromMs: NOON + 5, untilMs: NOON + 1000 };
    const odd: Notice = JSON.parse(JSON.stringify({ ...notice('odd'), ...more }));
    const line = notice('line', { level: 'normal', fromMs: NOON + 9, untilMs: NOON + 1000 });
    assert.deepEqual(held([odd, line, notice('smoke')], NOON + 10), ['smoke', 'odd', 'line']);
    assert.deepEqual(held([notice('smoke'), odd], NOON + 10), ['smoke', 'odd']);
    assert.equal(noticesNow([odd], NOON + 10)[0]?.level, 'urgent');
    assert.equal(odd.level, 'advice', 'the row stays as it is');
  });
});

describe('A notice is for', () => {
  const on = (more: Partial<Notice>) => {
    const one = notice('water', { level: 'normal', ...more });
    return [isForKiosks(one), isForScreen(one, 'dining-hall')];
  };

  it('where its writer wants it; every glass where it is an emergency; kiosks alone where an older build wrote it', () => {
    assert.deepEqual(on({ where: { kiosks: true, screens: 'all' } }), [true, true]);
    assert.deepEqual(on({ where: { kiosks: false, screens: [id('dining-hall')] } }), [false, true]);
    assert.deepEqual(on({ where: { kiosks: true, screens: [id('exercise-room')] } }), [true, false]);
    assert.deepEqual(on({}), [true, false]);
    assert.deepEqual(on({ level: 'emergency', where: { kiosks: false, screens: [] } }), [true, true]);
  });

  it('somewhere, or it is not posted', () => {
    const draft = { title: '停水', fromMs: 0, untilMs: null };
    assert.deepEqual(checkNotice({ ...draft, where: { kiosks: false, screens: [] } }), [
      { field: 'where', code: 'nowhere' },
    ]);
    assert.deepEqual(checkNotice({ ...draft, where: { kiosks: false, screens: 'all' } }), []);
  });
});
