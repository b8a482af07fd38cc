import { expect } from 'chai';
import { wipedSince } from '../../src/store/canary.ts';

describe('the note of what has been on this device', () => {
  it('tells a wiped store from a first run', async () => {
    const name = `leling:test:${Math.random()}`;
    expect(await wipedSince(name, true), 'a first run').to.equal(false);
    expect(await wipedSince(name, false), 'rows have come').to.equal(false);
    expect(await wipedSince(name, false), 'a cold start').to.equal(false);
    expect(await wipedSince(name, true), 'the rows are gone').to.equal(true);
  });
});
