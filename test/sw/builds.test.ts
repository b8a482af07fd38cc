import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  arrived,
  began,
  condemned,
  forgiven,
  isBad,
  keptBuild,
  leftOver,
  noBuilds,
  onProbation,
  ready,
  serving,
  synced,
  tried,
  unheard,
  type Builds,
  type Kept,
} from '../../src/sw/builds.ts';

const build = (key: string): Kept => ({
  key,
  list: { id: key, protocol: 2, files: [], readyWithinMs: 30_000, syncWithinMs: 300_000 },
  headers: {},
});
const kiosk = { face: '/kiosk', address: '/kiosk?device=k', talks: true };
const begun = (builds: Builds): Builds => began(builds, kiosk.face, kiosk.address);
const onTrial = (): Builds => {
  const proved = synced(ready(arrived(noBuilds, build('a')), 'a', kiosk), 'a');
  return tried(arrived(proved, build('b')), 'b');
};

describe('which build a device is given', () => {
  it('a face on the glass and one good sync prove it, and the one before is kept', () => {
    const there = ready(begun(onTrial()), 'b', kiosk);
    assert.equal(there.current?.key, 'a');
    const proved = synced(there, 'b');
    assert.deepEqual([proved.current?.key, proved.previous, proved.trial], ['b', 'a', null]);
  });

  it('the word of a page of another build counts for nothing', () => {
    const still = synced(ready(onTrial(), 'a', kiosk), 'a');
    assert.equal(still.trial?.key, 'b');
    assert.equal(still.trial?.proved.length, 0);
  });

  it('one power cut before its face stood is forgiven, a third start of the same page is not', () => {
    const twice = begun(begun(onTrial()));
    assert.equal(serving(twice)?.key, 'b');
    const third = begun(twice);
    assert.equal(serving(third)?.key, 'a');
    assert.deepEqual(third.bad, [{ key: 'b', id: 'b', why: 'interrupted' }]);
    assert.equal(serving(begun(begun(begun(forgiven(twice, kiosk.address)))))?.key, 'a');
    assert.equal(serving(begun(forgiven(twice, kiosk.address)))?.key, 'b');
  });

  it('a bad one is not waited for again, a mended one of the same name is', () => {
    const back = condemned(onTrial(), 'b', 'failed');
    assert.equal(arrived(back, build('b')).waiting, null);
    assert.equal(arrived(back, build('b-mended')).waiting, 'b-mended');
  });

  it('the time without a sync counts once its face is there, and not for one that does not talk', () => {
    const asleep = unheard(onTrial(), 600_000);
    assert.equal(asleep.trial?.unsyncedMs, 0);
    const there = ready(onTrial(), 'b', kiosk);
    assert.equal(serving(unheard(there, 299_999))?.key, 'b');
    assert.equal(serving(unheard(unheard(there, 299_999), 1))?.key, 'a');
    const silent = ready(onTrial(), 'b', { ...kiosk, talks: false });
    assert.equal(serving(unheard(silent, 600_000))?.key, 'b');
  });

  it('a face that comes late to a proved build still has the way back, once', () => {
    const proved = synced(ready(onTrial(), 'b', kiosk), 'b');
    assert.equal(onProbation(proved, '/staff'), true);
    assert.equal(onProbation(proved, '/kiosk'), false);
    const back = condemned(proved, 'b', 'failed');
    assert.deepEqual([back.current?.key, back.previous], ['a', null]);
    assert.equal(serving(condemned(back, 'a', 'failed'))?.key, 'a');
  });

  it('a hub that goes back to the proved build ends the trial of another, which is not called bad', () => {
    const back = tried(arrived(onTrial(), build('a')), 'a');
    assert.deepEqual([back.trial, back.current?.key, back.bad], [null, 'a', []]);
  });

  it('whatever happens in whatever order, once there is a build there is one to show, and never a bad one', () => {
    const key = fc.constantFrom('a', 'b', 'c', 'd');
    const step = fc.oneof(
      key.map((k) => (was: Builds) => arrived(was, build(k))),
      key.map((k) => (was: Builds) => tried(was, k)),
      key.map((k) => (was: Builds) => ready(was, k, kiosk)),
      key.map((k) => (was: Builds) => synced(was, k)),
      key.map((k) => (was: Builds) => condemned(was, k, 'failed')),
      fc.constant(begun),
      fc.constant((was: Builds) => unheard(was, 200_000)),
      fc.constant((was: Builds) => {
        const gone = leftOver(was);
        return { ...was, kept: was.kept.filter((one) => !gone.includes(one)) };
      }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        let builds = noBuilds;
        let had = false;
        for (const next of steps) {
          builds = next(builds);
          const now = serving(builds);
          had ||= now !== null;
          if (!had) continue;
          assert.ok(now !== null && keptBuild(builds, now.key) !== undefined, 'nothing to show');
          assert.ok(!isBad(builds, now.key), 'a bad build serves');
          for (const named of [builds.current?.key, builds.previous, builds.waiting])
            if (named != null) assert.ok(keptBuild(builds, named), `${named} is not kept`);
          assert.ok(builds.kept.length <= 6);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
