import assert from 'node:assert/strict';
import { readFileSync, globSync } from 'node:fs';
import { describe, it } from 'node:test';

const text = (file: string): string => readFileSync(file, 'utf8');
/** Said of a settings file, whose troubles are in words already. */
const OF_SETTINGS = ['other-centre'];

describe('why something was refused', () => {
  it('has words of its own for staff, whichever noun refuses', () => {
    const words = text('src/features/records/console/refusal-words.ts');
    const codes = globSync('src/features/*/model/*.ts').flatMap((file) =>
      [...text(file).matchAll(/\brefused\(\s*'([a-z-]+)'/g)].map(([, code = '']) => code),
    );
    assert.ok(codes.length > 40);
    const wordless = codes.filter(
      (code) =>
        !code.startsWith('bad-') &&
        !OF_SETTINGS.includes(code) &&
        !new RegExp(`^  '?${code}'?: 'staff\\.`, 'm').test(words),
    );
    assert.deepEqual(wordless, [], 'staff would only read that it was not accepted');
  });
});
