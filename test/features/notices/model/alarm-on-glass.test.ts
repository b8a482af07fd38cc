import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { id } from '../../../../src/kernel/ids.ts';
import {
  alarmOff,
  alarmOn,
  allClearsToSay,
  type Place,
} from '../../../../src/features/notices/model/alarm-on-glass.ts';
import type { Notice } from '../../../../src/features/notices/model/notice.ts';

const NOON = Date.UTC(2026, 10, 22, 4, 0);
const MINUTE = 60_000;
const notice: Notice = {
  id: id('smoke'),
  level: 'emergency',
  title: '请马上离开餐厅',
  body: null,
  fromMs: NOON,
  untilMs: null,
  by: '王经理',
};
const allClear = { id: id<'NoticeId'>('smoke'), title: '', raisedMs: NOON, liftedMs: NOON + MINUTE, by: '' };

interface Said {
  readonly showing?: string | null;
  readonly paired?: boolean;
  /** When it last said anything, before or after noon; absent where it never has. */
  readonly heard?: number;
  readonly silent?: boolean;
}
function place({ showing = null, paired = true, heard, silent }: Said): Place {
  const deviceId = id<'DeviceId'>('tv');
  const confirmedMs = NOON + (heard ?? 0);
  return {
    device: {
      id: deviceId,
      kind: 'screen',
      name: '餐厅电视',
      place: '一楼',
      pairedAtMs: paired ? 1 : null,
      perhapsClonedAtMs: null,
    },
    glass:
      heard === undefined
        ? undefined
        : {
            id: deviceId,
            showing,
            sinceMs: NOON + 300,
            confirmedMs,
            ...(silent === undefined ? {} : { silent }),
          },
    health: undefined,
  };
}
const on = (said: Said, after = 5000, cutOff = false) =>
  alarmOn(place(said), notice, { nowMs: NOON + after, cutOff }).type;
const off = (said: Said, cutOff = false) =>
  alarmOff(place(said), allClear, { nowMs: NOON + 3 * MINUTE, cutOff })?.type ?? null;

describe('Whether an emergency is on a glass', () => {
  it('is said only on the word of the glass', () => {
    assert.equal(on({ showing: 'notice:smoke@1', heard: 1000 }), 'shows');
    assert.equal(on({ showing: 'menu:2026-11-22.lunch.main@3', heard: 1000 }), 'awaited');
    assert.equal(on({ showing: 'notice:smoke-2@1', heard: 1000 }), 'awaited');
    assert.equal(on({ showing: 'menu:2026-11-22.lunch.main@3', heard: 1000 }, 11_000), 'unanswered');
  });

  it('is not awaited of a glass that has been silent since before', () => {
    assert.equal(on({ heard: -5 * MINUTE }), 'unanswered');
  });

  it('is out of the question where the glass is not let in, or never was heard of', () => {
    assert.equal(on({ showing: 'notice:smoke@1', heard: 1000, paired: false }), 'cannot');
    assert.equal(on({}), 'cannot');
  });

  it('is not said to be so now by a glass that fell silent, nor by a console that is cut off', () => {
    assert.equal(on({ showing: 'notice:smoke@1', heard: 1000 }, 5 * MINUTE), 'showed');
    assert.equal(on({ showing: 'notice:smoke@1', heard: 1000 }, 5000, true), 'unknown');
  });
});

describe('Whether an emergency that was called off has left a glass', () => {
  it('is said only once the glass shows something else', () => {
    assert.equal(off({ showing: 'notice:smoke@1', heard: 2 * MINUTE }), 'still');
    assert.equal(off({ showing: 'menu:2026-11-22.lunch.main@3', heard: 2 * MINUTE }), 'off');
    assert.equal(off({ showing: null, heard: 2 * MINUTE }), 'off');
  });

  it('is not known of a glass that has not spoken since, and not asked of one that never had it', () => {
    assert.equal(off({ showing: null, heard: 1000 }), 'unknown');
    assert.equal(off({ showing: null, heard: -1000 }), null);
    assert.equal(off({}), null);
    assert.equal(off({ showing: 'notice:smoke@1', heard: 1000 }, true), 'unknown');
  });

  it('stays in sight of staff while one is open, and a while when none is', () => {
    const said = (showing: string | null, after: number) =>
      allClearsToSay([allClear], [place({ showing, heard: 2 * MINUTE })], {
        nowMs: NOON + after,
        cutOff: false,
      }).length;
    assert.equal(said('notice:smoke@1', 60 * MINUTE), 1);
    assert.equal(said(null, 2 * MINUTE), 1);
    assert.equal(said(null, 60 * MINUTE), 0);
  });
});
