import { expect } from 'chai';
import { untilLoaded } from '../../src/store/until-loaded.ts';

describe('a part of the program that is loaded after the first paint', () => {
  it('comes after all when its first requests are lost, and the page asks the hub meanwhile', async () => {
    const lost = [new Error('the first is lost'), new Error('the second too')];
    let asked = 0;
    const part = await untilLoaded(
      async () => {
        const error = lost.shift();
        if (error !== undefined) throw error;
        return 'listening';
      },
      () => (asked += 1),
      0,
    );
    expect(part).to.equal('listening');
    expect(asked).to.equal(2);
  });
});
