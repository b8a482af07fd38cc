import { expect } from 'chai';
import { bringFonts } from '../../src/app/bring-fonts.ts';

/** A device that brings parts from a hub which is away for some of its tries. */
async function brought(parts: readonly string[], fails: readonly number[]): Promise<readonly string[]> {
  const held: string[] = [];
  let tries = 0;
  await bringFonts({
    lacking: async () => parts.filter((part) => !held.includes(part)),
    bring: async (part) => {
      tries += 1;
      if (fails.includes(tries)) throw new TypeError('Failed to fetch');
      held.push(part);
    },
    rest: async () => undefined,
  });
  return held;
}

describe('bringing the typeface', () => {
  it('goes on where a hub that went away in its middle is back: a rare character is drawn like the others', async () => {
    expect(await brought(['a', 'b', 'c', 'd'], [2, 3])).to.deep.equal(['a', 'b', 'c', 'd']);
  });

  it('waits for a worker that does not answer yet', async () => {
    const answers: unknown[] = [null, ['a']];
    const held: string[] = [];
    await bringFonts({
      lacking: async () => answers.shift(),
      bring: async (part) => void held.push(part),
      rest: async () => undefined,
    });
    expect(held).to.deep.equal(['a']);
  });
});
