import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { megabytesWords, sizeWords } from '../../src/i18n/size.ts';

const MB = 1024 * 1024;

/** One page said 1024 MB of what the next called 1.0 GB. */
describe('how large something is', () => {
  it('is said in the same words everywhere, with no figure that tells nothing', () => {
    const sizes = [0, 1000, 0.44 * MB, MB, 9.96 * MB, 85 * MB, 999 * MB, 1000 * MB, 1024 * MB, 1229 * MB];
    assert.deepEqual(sizes.map(sizeWords), [
      '0 MB',
      '0.1 MB',
      '0.4 MB',
      '1 MB',
      '10 MB',
      '85 MB',
      '999 MB',
      '1 GB',
      '1 GB',
      '1.2 GB',
    ]);
    assert.deepEqual([512, 1024, 2048].map(megabytesWords), ['512 MB', '1 GB', '2 GB']);
  });
});
