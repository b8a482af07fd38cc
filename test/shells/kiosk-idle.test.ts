import { expect } from 'chai';
import { elapsed, secondsLeft, watched } from '../../src/shells/kiosk/idle.ts';

describe('A kiosk that was left alone', () => {
  it('waits for nobody at home', () => {
    expect(elapsed(watched('home', 0), 10_000_000, false).phase).to.equal('resting');
  });

  it('asks after 120 s on a public page and after 60 s on a personal one', () => {
    expect(elapsed(watched('public', 0), 119_999, false).phase).to.equal('watching');
    expect(elapsed(watched('public', 0), 120_000, false).phase).to.equal('asking');
    expect(elapsed(watched('personal', 0), 60_000, false).phase).to.equal('asking');
  });

  it('asks for 30 s before anything is put away', () => {
    const asking = elapsed(watched('personal', 0), 60_000, false);
    expect(secondsLeft(asking, 60_000)).to.equal(30);
    expect(elapsed(asking, 89_999, false).phase).to.equal('asking');
    expect(elapsed(asking, 90_000, false).phase).to.equal('over');
  });

  it('may be answered as often as one likes', () => {
    let now = 0;
    for (let time = 0; time < 20; time += 1) {
      now += 60_000;
      expect(elapsed(watched('personal', now - 60_000), now, false).phase).to.equal('asking');
    }
  });

  it('never runs out under a finger', () => {
    expect(elapsed(watched('public', 0), 500_000, true).phase).to.equal('watching');
  });
});
