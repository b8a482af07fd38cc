import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { samplesOf } from '../../../../src/hub/speech/sound.ts';
import { PER_SECOND, waveOf } from '../../../../src/features/policies/console/wave.ts';

const read = (...channels: readonly (readonly number[])[]) =>
  samplesOf(Buffer.from(waveOf(channels.map((samples) => Float32Array.from(samples)))));

describe('a recording as kiosks play it', () => {
  it('says what was said, as loud as it was, and no louder than there is', () => {
    const { perSecond, samples } = read([0, 0.5, -0.5, 1, -2]);
    assert.equal(perSecond, PER_SECOND);
    assert.deepEqual([...samples], [0, 16_384, -16_383, 32_767, -32_767]);
  });

  it('is heard from both sides where it was recorded from two', () => {
    assert.deepEqual([...read([0.5, 0.5], [0.5, 0]).samples], [16_384, 8192]);
  });

  it('of nothing is silence, and no broken file', () => {
    assert.deepEqual([...read([]).samples], []);
    assert.deepEqual([...read().samples], []);
  });
});
