import { expect } from 'chai';
import fc from 'fast-check';
import { TapRules } from '../../src/ui/kiosk/tap-rules.ts';

const button = { name: 'a button' };
const other = { name: 'another button' };
const rules = (): TapRules => new TapRules(() => 48);

/** A tap that ends at this time, of a finger that was down for 100 ms. */
const tap = (target: unknown, upMs: number, more: Partial<Parameters<TapRules['counts']>[0]> = {}) => ({
  target,
  repeats: false,
  x: 100,
  y: 100,
  downMs: upMs - 100,
  upMs,
  ...more,
});

describe('Which taps count', () => {
  it('lets the second tap of a trembling hand pass', () => {
    const taps = rules();
    expect(taps.counts(tap(button, 1000))).to.equal(true);
    expect(taps.counts(tap(button, 1300, { x: 110, y: 104 }))).to.equal(false);
    expect(taps.counts(tap(button, 1699))).to.equal(false);
    expect(taps.counts(tap(button, 1700))).to.equal(true);
  });

  it('does not press what has come under the finger meanwhile', () => {
    const taps = rules();
    taps.counts(tap(button, 1000));
    expect(taps.counts(tap(other, 1500, { x: 104, y: 98 }))).to.equal(false);
    // Not even a key: the keypad that a tap has brought is not typed on by that tap's tremble.
    expect(taps.counts(tap(other, 1500, { repeats: true }))).to.equal(false);
  });

  it('takes what is pressed elsewhere at once', () => {
    const taps = rules();
    taps.counts(tap(button, 1000));
    expect(taps.counts(tap(other, 1200, { x: 300 }))).to.equal(true);
  });

  it('takes a doubled digit at the speed people type it', () => {
    for (const apart of [220, 350, 600]) {
      const taps = rules();
      expect(taps.counts(tap(button, 1000, { repeats: true }))).to.equal(true);
      expect(taps.counts(tap(button, 1000 + apart, { repeats: true })), `${apart} ms`).to.equal(true);
    }
  });

  it('takes the key beside the last one at once', () => {
    const taps = rules();
    taps.counts(tap(button, 1000, { repeats: true }));
    expect(taps.counts(tap(other, 1200, { repeats: true, x: 130 }))).to.equal(true);
  });

  it('makes one digit of a contact that breaks again and again', () => {
    const taps = rules();
    expect(taps.counts(tap(button, 1000, { repeats: true }))).to.equal(true);
    expect(taps.counts(tap(button, 1080, { repeats: true, downMs: 1050 }))).to.equal(false);
    expect(taps.counts(tap(button, 1400, { repeats: true, downMs: 1170 }))).to.equal(false);
    expect(taps.counts(tap(button, 1650, { repeats: true, downMs: 1550 }))).to.equal(true);
  });

  it('makes one press of a long one that broke at its beginning', () => {
    const taps = rules();
    expect(taps.counts(tap(button, 1000))).to.equal(true);
    expect(taps.counts(tap(button, 6000, { downMs: 1060 }))).to.equal(false);
  });

  it('rests for 400 ms after the screen has changed', () => {
    const taps = rules();
    expect(taps.restMs(1000)).to.equal(0);
    taps.screenChanged(1000);
    expect(taps.restMs(1100)).to.equal(300);
    expect(taps.restMs(1400)).to.equal(0);
  });

  /** Presses of one finger on one thing: how long it is off the glass before each, and how long on it. */
  const presses = fc.array(fc.tuple(fc.integer({ min: 0, max: 1500 }), fc.integer({ min: 10, max: 3000 })), {
    maxLength: 12,
  });
  function counted(repeats: boolean, of: readonly (readonly [number, number])[]): readonly number[] {
    const taps = rules();
    let now = 10_000;
    return of.flatMap(([off, on]) => {
      const downMs = now + off;
      now = downMs + on;
      return taps.counts(tap(button, now, { repeats, downMs })) ? [now] : [];
    });
  }

  it('never lets one thing act twice within 700 ms, however a hand trembles', () => {
    fc.assert(
      fc.property(presses, (of) => {
        const at = counted(false, of);
        return at.every((ms, index) => index === 0 || ms - (at[index - 1] ?? 0) >= 700);
      }),
    );
  });

  it('takes every digit that a finger was off the glass before, for a tenth of a second or more', () => {
    fc.assert(
      fc.property(presses, (of) => {
        const typed = of.filter(([off], index) => index === 0 || off >= 100);
        return counted(true, of).length === typed.length;
      }),
    );
  });
});
