import { expect } from 'chai';
import { elapsed, secondsLeft, watched } from '../../src/shells/kiosk/idle.ts';

describe('A kiosk that was left alone', () => {
  it('waits for nobody at home', () => {
    expect(elapsed(watched(0), 'home', 10_000_000, false).phase).to.equal('watching');
  });

  it('asks after 120 s on a public page and after 60 s on a personal one', () => {
    expect(elapsed(watched(0), 'public', 119_999, false).phase).to.equal('watching');
    expect(elapsed(watched(0), 'public', 120_000, false).phase).to.equal('asking');
    expect(elapsed(watched(0), 'personal', 59_999, false).phase).to.equal('watching');
    expect(elapsed(watched(0), 'personal', 60_000, false).phase).to.equal('asking');
  });

  it('asks for 30 s before anything is put away', () => {
    const asking = elapsed(watched(0), 'personal', 60_000, false);
    expect(secondsLeft(asking, 60_000)).to.equal(30);
    expect(elapsed(asking, 'personal', 89_999, false).phase).to.equal('asking');
    expect(elapsed(asking, 'personal', 90_000, false).phase).to.equal('over');
  });

  it('may be answered as often as one likes', () => {
    for (let now = 60_000; now <= 20 * 60_000; now += 60_000) {
      expect(elapsed(watched(now - 60_000), 'personal', now, false).phase).to.equal('asking');
    }
  });

  it('never runs out under a finger', () => {
    expect(elapsed(watched(0), 'public', 500_000, true).phase).to.equal('watching');
  });
});
