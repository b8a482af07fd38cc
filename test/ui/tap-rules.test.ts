import { expect } from 'chai';
import { TapRules } from '../../src/ui/kiosk/tap-rules.ts';

const button = { name: 'a button' };
const other = { name: 'another button' };
const rules = (): TapRules => new TapRules(() => 48);

describe('Which taps count', () => {
  it('lets the second tap of a trembling hand pass', () => {
    const taps = rules();
    expect(taps.counts({ target: button, x: 100, y: 100, atMs: 1000 })).to.equal(true);
    expect(taps.counts({ target: button, x: 110, y: 104, atMs: 1300 })).to.equal(false);
    expect(taps.counts({ target: button, x: 100, y: 100, atMs: 1699 })).to.equal(false);
    expect(taps.counts({ target: button, x: 100, y: 100, atMs: 1700 })).to.equal(true);
  });

  it('does not press what has come under the finger meanwhile', () => {
    const taps = rules();
    taps.counts({ target: button, x: 100, y: 100, atMs: 1000 });
    expect(taps.counts({ target: other, x: 104, y: 98, atMs: 1500 })).to.equal(false);
  });

  it('takes the next key of the keypad at once', () => {
    const taps = rules();
    taps.counts({ target: button, x: 100, y: 100, atMs: 1000 });
    expect(taps.counts({ target: other, x: 300, y: 100, atMs: 1200 })).to.equal(true);
  });

  it('rests for 400 ms after the screen has changed', () => {
    const taps = rules();
    taps.screenChanged(1000);
    expect(taps.counts({ target: button, x: 100, y: 100, atMs: 1399 })).to.equal(false);
    expect(taps.counts({ target: button, x: 100, y: 100, atMs: 1400 })).to.equal(true);
  });
});
