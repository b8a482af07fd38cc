import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  arrived,
  began,
  condemned,
  forgiven,
  isBad,
  isWanted,
  keptBuild,
  leftOver,
  LOOKS_TO_GO_BACK,
  noBuilds,
  offered,
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

let minute = 0;
/** A look at a hub that offers this, and what the warden does then. */
const looked = (builds: Builds, key: string, startedMs: number | null = null): Builds => {
  minute += 1;
  const now = offered(builds, { key, startedMs }, minute * 60_000);
  return isWanted(now, { key, startedMs }) ? arrived(now, build(key), startedMs) : now;
};
/** The pages start anew with what waits, their face stands, and they sync. */
const proved = (builds: Builds): Builds => {
  const now = builds.waiting === null ? builds : tried(builds, builds.waiting);
  const key = serving(now)?.key ?? '';
  return synced(ready(now, key, kiosk), key);
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

  /** Two processes answer on one address, the newer one started last; a device asks now one of them and now the other. */
  const rolling = (says: boolean) => {
    const [older, newer] = [
      { key: 'a', startedMs: says ? 1 : null },
      { key: 'b', startedMs: says ? 2 : null },
    ];
    return { older, newer };
  };
  const look = (builds: Builds, { key, startedMs }: { key: string; startedMs: number | null }): Builds =>
    looked(builds, key, startedMs);

  it('of two processes behind one address that are updated one after the other, the newer one’s build stays, whichever is asked when', () => {
    fc.assert(
      fc.property(
        fc.boolean(),
        fc.array(fc.record({ newer: fc.boolean(), quiet: fc.boolean() }), { minLength: 30, maxLength: 80 }),
        (says, asked) => {
          const hub = rolling(says);
          let builds = proved(look(noBuilds, hub.older));
          const turns: string[] = ['a'];
          let inARow = 0;
          for (const { newer, quiet } of asked) {
            inARow = newer ? 0 : inARow + 1;
            // All that was offered for so long is the way back.
            if (inARow === LOOKS_TO_GO_BACK) break;
            builds = look(builds, newer ? hub.newer : hub.older);
            if (quiet) builds = proved(builds);
            const key = serving(builds)?.key ?? '';
            if (turns[turns.length - 1] !== key) turns.push(key);
          }
          assert.ok(['a', 'a,b'].includes(turns.join()), `the pages were given ${turns.join()}`);
          builds = proved(look(builds, hub.newer));
          assert.equal(builds.current?.key, 'b');
          assert.deepEqual([builds.trial, builds.waiting, builds.bad], [null, null, []]);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('of three, of which one is back with the build before, the one started last has the pages, and they do not go back and forth', () => {
    const process = fc.constantFrom('a', 'b');
    fc.assert(
      fc.property(
        fc.tuple(process, process, process),
        fc.array(fc.record({ who: fc.nat({ max: 2 }), quiet: fc.boolean() }), {
          minLength: 5,
          maxLength: 80,
        }),
        (keys, asked) => {
          const last = keys[2];
          let builds = proved(looked(noBuilds, keys[0], 1));
          let [seen, without] = [false, 0];
          for (const { who, quiet } of asked) {
            builds = looked(builds, keys[who] ?? '', who + 1);
            if (quiet) builds = proved(builds);
            seen ||= who === 2;
            without = keys[who] === last ? 0 : without + 1;
            // All that was offered for so long: the one that was started last is no more.
            if (without === LOOKS_TO_GO_BACK) return;
            if (seen && quiet)
              assert.equal(serving(builds)?.key, last, `started one after the other: ${keys}`);
          }
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('and on a device that is new there, which may ask the newer one first', () => {
    const { older, newer } = rolling(true);
    let builds = proved(look(noBuilds, newer));
    for (let times = 0; times < LOOKS_TO_GO_BACK - 1; times += 1) builds = proved(look(builds, older));
    builds = proved(look(builds, newer));
    assert.deepEqual(
      builds.kept.map(({ key }) => key),
      ['b'],
    );
  });

  it('a hub that is put back is followed at once where it says when it was started, and else when it offers nothing else any more', () => {
    const saying = proved(looked(proved(looked(noBuilds, 'a', 1)), 'b', 2));
    assert.equal(proved(looked(saying, 'a', 3)).current?.key, 'a');
    let silent = proved(looked(proved(looked(noBuilds, 'a')), 'b'));
    for (let times = 1; times < LOOKS_TO_GO_BACK; times += 1) {
      silent = proved(looked(silent, 'a'));
      assert.equal(silent.current?.key, 'b');
    }
    assert.equal(proved(looked(silent, 'a')).current?.key, 'a');
    // By a clock that was wrong when the last one was started, what comes later is never the latest.
    let wrong = proved(looked(proved(looked(noBuilds, 'a', 1)), 'b', 2_000_000));
    for (let times = 0; times < LOOKS_TO_GO_BACK; times += 1) wrong = proved(looked(wrong, 'c', 3));
    assert.equal(wrong.current?.key, 'c');
    assert.equal(proved(looked(wrong, 'd', 4)).current?.key, 'd');
  });

  it('no time counts against a build on trial while the hub offers another: it may be put back, and lets it not sync', () => {
    const there = ready(onTrial(), 'b', kiosk);
    assert.deepEqual(unheard(offered(there, { key: 'a', startedMs: null }, 0), 600_000).bad, []);
  });

  it('whatever happens in whatever order, once there is a build there is one to show, and never a bad one', () => {
    const key = fc.constantFrom('a', 'b', 'c', 'd');
    const step = fc.oneof(
      key.map((k) => (was: Builds) => arrived(was, build(k))),
      key.map((k) => (was: Builds) => tried(was, k)),
      fc.tuple(key, fc.option(fc.integer({ min: 1, max: 9 }))).map(
        ([k, startedMs]) =>
          (was: Builds) =>
            looked(was, k, startedMs),
      ),
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
