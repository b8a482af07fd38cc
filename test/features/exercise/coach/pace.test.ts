import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Pace } from '../../../../src/features/exercise/board/coach/pace.ts';

/** Frames that all came so long after the one before them; whether any of them asked for fewer pixels. */
const after = (pace: Pace, sinceMs: number, frames = 100): boolean =>
  Array.from({ length: frames }, () => pace.changesAfter(sinceMs)).includes(true);

describe('how sharp the teacher is drawn', () => {
  it('is as sharp as the glass where frames come in time, and where one is late now and then', () => {
    const pace = new Pace();
    assert.equal(after(pace, 33), false);
    for (let i = 0; i < 300; i += 1) assert.equal(pace.changesAfter(i % 5 === 0 ? 70 : 33), false);
    assert.equal(pace.sharpness, 1);
  });

  it('gives up pixels where frames come late, else an old television would stutter, but never all of them', () => {
    const pace = new Pace();
    assert.equal(after(pace, 80), true);
    assert.ok(pace.sharpness < 1);
    after(pace, 80, 1000);
    assert.equal(pace.sharpness, 0.6);
    assert.equal(after(pace, 80, 1000), false);
  });

  it('draws a glass of 4K no less sharp than a slow one of 1080 lines, but as little as that', () => {
    const pace = new Pace();
    pace.begin(0.5);
    after(pace, 80, 1000);
    assert.equal(pace.sharpness, 0.3);
  });

  it('keeps what it has found for the next round, and tries one step more: a set may have been busy with something else', () => {
    const pace = new Pace();
    after(pace, 80, 1000);
    pace.begin();
    assert.ok(pace.sharpness > 0.6 && pace.sharpness < 1, `${pace.sharpness}`);
    for (let round = 0; round < 9; round += 1) pace.begin();
    assert.equal(pace.sharpness, 1);
  });

  it('takes the first moments of a round, in which a set is busy with all else, for no slow television', () => {
    const pace = new Pace();
    pace.begin();
    assert.equal(after(pace, 80, 30), false);
    assert.equal(after(pace, 33, 300), false);
    assert.equal(pace.sharpness, 1);
  });

  it('is sharp again where frames have come in time for a while: else one busy second blurs a round of twelve minutes', () => {
    const pace = new Pace();
    after(pace, 80, 30);
    assert.equal(pace.sharpness, 0.75);
    assert.equal(after(pace, 33, 10 * 30), false, 'not at once');
    assert.equal(after(pace, 33, 20 * 30), true);
    assert.equal(pace.sharpness, 1);
  });

  it('tries that ever more rarely on a set that cannot: nobody looks at a picture that goes to and fro', () => {
    const pace = new Pace();
    let tries = 0;
    for (let frame = 0; frame < 12 * 60 * 30; frame += 1) {
      const before = pace.sharpness;
      pace.changesAfter(before > 0.8 ? 80 : 33);
      if (pace.sharpness > before) tries += 1;
    }
    assert.ok(tries > 1 && tries < 7, `${tries} times`);
  });

  it('takes a page that stood still, as a hidden one does, for no slow television', () => {
    const pace = new Pace();
    assert.equal(after(pace, 60_000), false);
    assert.equal(pace.sharpness, 1);
  });
});
