import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { samplesOf, smallWavOf, wavOf } from '../../../src/hub/speech/sound.ts';

const samples = fc.array(fc.integer({ min: -32_768, max: 32_767 }), { minLength: 1, maxLength: 400 });

/** What a player makes of one µ-law sample again (G.711). */
function heard(byte: number): number {
  const bits = ~byte & 0xff;
  const size = (((bits & 0x0f) << 3) + 0x84) << ((bits & 0x70) >> 4);
  return (bits & 0x80) === 0 ? size - 0x84 : 0x84 - size;
}

describe('a sound', () => {
  it('comes out of a WAV file as it went in', () => {
    fc.assert(
      fc.property(samples, (list) => {
        const back = samplesOf(wavOf({ perSecond: 22_050, samples: Int16Array.from(list) }));
        assert.deepEqual([back.perSecond, [...back.samples]], [22_050, list]);
      }),
    );
  });

  it('is read from a pipe too, where its length stands as more than there is', () => {
    const wav = wavOf({ perSecond: 16_000, samples: Int16Array.from([1, -2, 3]) });
    wav.writeUInt32LE(0x7fffffff, wav.indexOf('data') + 4);
    assert.deepEqual([...samplesOf(wav).samples], [1, -2, 3]);
  });

  it('is none where the file is cut off, of two channels, or no sound at all', () => {
    const wav = wavOf({ perSecond: 16_000, samples: Int16Array.from([1, 2]) });
    assert.throws(() => samplesOf(wav.subarray(0, 30)));
    assert.throws(() => samplesOf(Buffer.from('<html>not the hub</html>')));
    wav.writeUInt16LE(2, wav.indexOf('fmt ') + 10);
    assert.throws(() => samplesOf(wav), /2 channels/);
  });

  it('of a text that makes none is a breath of silence, which a player can play', () => {
    const wav = smallWavOf({ perSecond: 22_050, samples: new Int16Array(6000) });
    const data = wav.subarray(wav.indexOf('data') + 8);
    assert.ok(data.length > 1000 && data.length < 6000);
    assert.ok(data.every((byte) => Math.abs(heard(byte)) < 10));
  });

  it('keeps its shape at half the size: an elder hears the same words', () => {
    fc.assert(
      fc.property(samples, (list) => {
        const loud = [20_000, ...list, -20_000];
        const small = smallWavOf({ perSecond: 22_050, samples: Int16Array.from(loud) });
        const data = small.subarray(small.indexOf('data') + 8);
        loud.forEach((sample, i) => {
          const error = Math.abs(heard(data[i] ?? 0) - Math.max(-32_635, Math.min(32_635, sample)));
          assert.ok(error <= Math.max(8, Math.abs(sample) / 16), `${sample} is heard ${error} off`);
        });
      }),
    );
  });

  it('leaves out the silence before and after, so that sentences follow each other', () => {
    const second = 16_000;
    const loud = Int16Array.from({ length: second }, () => 9000);
    const silence = new Int16Array(2 * second);
    const small = smallWavOf({
      perSecond: second,
      samples: Int16Array.from([...silence, ...loud, ...silence]),
    });
    const length = small.readUInt32LE(small.indexOf('data') + 4);
    assert.ok(length >= second && length < 1.3 * second, `${length} samples`);
  });
});
