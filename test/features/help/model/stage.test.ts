import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { HelpCall } from '../../../../src/features/help/model/help.ts';
import { stageOf, timesCalled } from '../../../../src/features/help/model/stage.ts';
import { id } from '../../../../src/kernel/ids.ts';

const call = (more: Partial<HelpCall>): HelpCall => ({
  id: id('a'),
  deviceId: id('lobby-kiosk'),
  place: '一楼大厅',
  raisedAtMs: 0,
  ageUnknown: false,
  state: 'waiting',
  answeredBy: null,
  answeredAtMs: null,
  ...more,
});
const anyCall = fc.option(
  fc
    .record({
      state: fc.constantFrom('waiting', 'coming', 'done', 'withdrawn'),
      consoles: fc.nat({ max: 3 }),
    })
    .map(({ state, consoles }) =>
      call({
        state,
        heard: Array.from({ length: consoles }, (_, i) => ({ deviceId: id(`console-${i}`), atMs: null })),
      }),
    ),
  { nil: undefined },
);
const watched = fc.record({
  call: anyCall,
  waitedMs: fc.integer({ min: -60_000, max: 3_600_000 }),
  comingMs: fc.integer({ min: 0, max: 3_600_000 }),
  hub: fc.constantFrom('there', 'away', 'signed-out'),
});

describe('what is promised at the kiosk', () => {
  it('is that somebody was called only where a console has it, and that somebody comes only where one said so', () => {
    fc.assert(
      fc.property(watched, (what) => {
        const stage = stageOf(what);
        if (stage === 'called' || stage === 'unanswered') assert.ok((what.call?.heard ?? []).length > 0);
        if (stage === 'coming' || stage === 'late') assert.equal(what.call?.state, 'coming');
        if (stage === 'helped') assert.equal(what.call?.state, 'done');
      }),
    );
  });

  it('is never more than silence where the hub does not answer and no console has the call', () => {
    fc.assert(
      fc.property(watched, (what) => {
        const waits = what.call === undefined || what.call.state === 'waiting';
        if (what.hub === 'there' || !waits || (what.call?.heard ?? []).length > 0) return;
        assert.equal(stageOf(what), what.hub);
      }),
    );
  });

  it('grows honest with time: seen by nobody after eight seconds, come by nobody after three minutes', () => {
    const at = (waitedMs: number) => stageOf({ call: call({}), waitedMs, comingMs: 0, hub: 'there' });
    assert.deepEqual([at(0), at(8000), at(180_000)], ['calling', 'unseen', 'nobody']);
    assert.deepEqual([0, 59_999, 60_000, 125_000].map(timesCalled), [1, 1, 2, 3]);
  });
});
