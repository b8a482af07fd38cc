import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { id } from '../../../../src/kernel/ids.ts';
import { pushOnGlass } from '../../../../src/features/schedules/model/push-on-glass.ts';
import { parseWhy } from '../../../../src/features/schedules/model/read-why.ts';
import type { Item } from '../../../../src/features/schedules/model/item.ts';
import { missedOf, missedText, whyText } from '../../../../src/features/schedules/model/why.ts';
import { showingOn } from '../../../../src/features/schedules/model/showing.ts';
import { House, NOW, staff } from '../../../support/house.ts';
import { centre, device } from '../../../support/model-rows.ts';

const MINUTE = 60_000;
const screens = [id<'DeviceId'>('dining-hall'), id<'DeviceId'>('corridor')];

function halls(): House {
  const house = new House(true);
  for (const one of screens) house.set('staff:sample', 'device', one, device(one, 'screen'));
  house.set('centre:sample', 'schedule', 'dining-hall', {
    id: id<'DeviceId'>('dining-hall'),
    dayparts: [{ weekdays: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '00:00', show: 'timetable' }],
  });
  return house;
}

const shown = (house: House, nowMs: number, screen = 'dining-hall') =>
  showingOn({
    centre,
    schedule: house.get('centre:sample', 'schedule', screen),
    push: house.get('centre:sample', 'push', screen),
    canteenId: null,
    run: undefined,
    programme: undefined,
    notices: [],
    time: { quality: 'confirmed', nowMs },
    isRest: () => false,
  });

const pushedBy = (by: string, version: number) =>
  ({ because: 'pushed', by, untilMs: NOW + 30 * MINUTE, version }) as const;

describe('what staff push on a screen', () => {
  const push = (house: House, show: 'clock' | 'welcome', who: string, minutes = 30) =>
    house.act(staff('canteen', who), 'screen.push', {
      screenIds: screens,
      item: { show },
      untilMs: NOW + minutes * MINUTE,
    });

  it('goes before the schedule until its end, and says who pushed it', async () => {
    const house = halls();
    await push(house, 'clock', '李师傅');
    const showing = shown(house, NOW + 29 * MINUTE);
    assert.equal(showing.show, 'clock');
    assert.deepEqual(showing.why, pushedBy('李师傅', 1));
    assert.equal(shown(house, NOW + 30 * MINUTE).show, 'timetable');
  });

  it('of two in one second is the one the hub took last, on every screen, and both names are known', async () => {
    const house = halls();
    await push(house, 'clock', '李师傅');
    await push(house, 'welcome', '王老师');
    for (const screen of screens) {
      const showing = shown(house, NOW + 1, screen);
      assert.equal(showing.show, 'welcome');
      assert.deepEqual(showing.why, pushedBy('王老师', 2));
      const row = house.get('centre:sample', 'push', screen);
      assert.equal(row?.version, 2);
      assert.equal(row?.instead, '李师傅');
    }
  });

  it('is said not to be there where there is nothing of it, or nobody leads an exercise yet: the glass shows something else', () => {
    const standing = (item: Item, glass: { showing: string; why: string; missed?: string }) =>
      pushOnGlass(
        { item, by: '王经理', untilMs: NOW + MINUTE, version: 1 },
        {
          pairedAtMs: 1,
          glass: { id: screens[0]!, sinceMs: NOW, confirmedMs: NOW, ...glass },
          health: undefined,
          nowMs: NOW,
          cutOff: false,
        },
      );
    const pushed = whyText({ because: 'pushed', by: '王经理', untilMs: NOW + MINUTE, version: 1 });
    const missed = missedText(missedOf({ show: 'notices' }));
    const menu = 'menu:2026-11-22.lunch.main@1';
    assert.equal(standing({ show: 'notices' }, { showing: menu, why: 'meals', missed }), 'nothing');
    assert.equal(standing({ show: 'policy' }, { showing: menu, why: 'meals', missed }), 'notYet');
    const exercise = { show: 'programme' } as const;
    assert.equal(standing(exercise, { showing: 'timetable:2026-11-22@1', why: pushed }), 'noRun');
    assert.equal(standing(exercise, { showing: 'run:dining-hall@3', why: 'run' }), 'there');
    assert.equal(standing({ show: 'clock' }, { showing: 'run:dining-hall@3', why: 'run' }), 'afterRun');
  });

  it('is said to be on a glass only where it is that very one: not where its author had pushed another till then', async () => {
    const house = halls();
    const standing = (why: string, pairedAtMs: number | null = 1) => {
      const row = house.get('centre:sample', 'push', 'dining-hall');
      assert.ok(row);
      const glass = { id: screens[0]!, showing: 'clock:now@1', sinceMs: NOW, confirmedMs: NOW, why };
      return pushOnGlass(row, { pairedAtMs, glass, health: undefined, nowMs: NOW, cutOff: false });
    };
    await push(house, 'clock', '李师傅');
    const first = whyText(shown(house, NOW + 1).why);
    assert.equal(standing(first), 'there');
    await push(house, 'welcome', '李师傅');
    assert.equal(standing(first), 'notYet', 'the first still stands on the glass');
    const second = whyText(shown(house, NOW + 1).why);
    assert.equal(standing(second), 'there');
    assert.equal(standing(second, null), 'unpaired', 'signed off, whatever it said last');
    assert.deepEqual(parseWhy(second), pushedBy('李师傅', 2));
    const older = `pushed ${NOW + 30 * MINUTE} 李师傅`;
    assert.equal(standing(older), 'there', 'a build that does not say which');
    assert.deepEqual(parseWhy(older), { because: 'pushed', by: '李师傅', untilMs: NOW + 30 * MINUTE });
  });

  it('is over as soon as staff take it back', async () => {
    const house = halls();
    await push(house, 'clock', '李师傅');
    await house.act(staff('leader'), 'screen.unpush', { screenIds: [screens[0]!] });
    assert.equal(shown(house, NOW + 1).show, 'timetable');
    assert.equal(shown(house, NOW + 1, 'corridor').show, 'clock');
  });

  it('that is put back stays whose it was, and says who put it back; nobody signs for another what they never put there', async () => {
    const house = halls();
    await push(house, 'clock', '李师傅');
    await house.act(staff('leader', '王老师'), 'screen.unpush', { screenIds: [screens[0]!] });
    const putBack = (show: 'clock' | 'welcome', by: string) =>
      house.act(staff('leader', '王老师'), 'screen.push', {
        screenIds: screens,
        item: { show },
        untilMs: NOW + 30 * MINUTE,
        back: { by },
      });
    const signed = (screen: string) => {
      const { by, backBy, instead } = house.get('centre:sample', 'push', screen) ?? {};
      return { by, backBy, instead };
    };
    await putBack('clock', '李师傅');
    assert.deepEqual(signed('dining-hall'), { by: '李师傅', backBy: '王老师', instead: undefined });
    assert.deepEqual(shown(house, NOW + 1).why, pushedBy('李师傅', 3));
    assert.deepEqual(
      signed('corridor'),
      { by: '王老师', backBy: undefined, instead: '李师傅' },
      'there it had not ended: it is a push of one’s own',
    );
    await house.act(staff('leader', '王老师'), 'screen.unpush', { screenIds: screens });
    await putBack('welcome', '李师傅');
    assert.equal(signed('dining-hall').by, '王老师', 'something else is no putting back');
    await house.act(staff('leader', '王老师'), 'screen.unpush', { screenIds: screens });
    await putBack('welcome', '陈主任');
    assert.equal(signed('dining-hall').by, '王老师', 'who never pushed it');
  });

  it('is refused without an end to come, for longer than a day, and on what is no screen', async () => {
    const house = halls();
    const code = async (screenId: string, minutes: number) => {
      const outcome = await house.act(staff('canteen'), 'screen.push', {
        screenIds: [id(screenId)],
        item: { show: 'clock' },
        untilMs: NOW + minutes * MINUTE,
      });
      return outcome.status === 'refused' ? outcome.code : outcome.status;
    };
    assert.equal(await code('dining-hall', 0), 'already-over');
    assert.equal(await code('dining-hall', 2 * 1440), 'too-long');
    assert.equal(await code('kiosk', 30), 'unknown-screen');
  });

  it('does not hold on a clock that is far behind it: nobody would know its end', async () => {
    const house = halls();
    await push(house, 'clock', '李师傅', 1440);
    assert.equal(shown(house, NOW - 60 * MINUTE).show, 'timetable');
  });
});
