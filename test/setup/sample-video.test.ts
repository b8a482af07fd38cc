import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import film from '../../public/media/baduanjin.json' with { type: 'json' };

const file = readFileSync(new URL('../../public/media/baduanjin.mp4', import.meta.url));

/** The boxes on a level of an MP4 file: their names, and where their contents lie. */
function boxes(from: number, to: number): { name: string; start: number; end: number }[] {
  const found = [];
  for (let at = from; at < to;) {
    const size = file.readUInt32BE(at);
    const end = size === 0 ? to : at + size;
    found.push({ name: file.toString('latin1', at + 4, at + 8), start: at + 8, end });
    at = end;
  }
  return found;
}

function box(name: string, within = { start: 0, end: file.length }) {
  const found = boxes(within.start, within.end).find((one) => one.name === name);
  assert.ok(found, `the film has no ${name} box`);
  return found;
}

describe('the sample Baduanjin film', () => {
  it('can be played while it is still arriving: its index comes before its pictures', () => {
    const names = boxes(0, file.length).map((one) => one.name);
    assert.ok(names.indexOf('moov') < names.indexOf('mdat'), names.join(' '));
  });

  it('is as long as its programme says, so that the last form is not called to an empty picture', () => {
    const header = box('mvhd', box('moov'));
    assert.equal(file[header.start], 0, 'version 0 of the header');
    const durationMs = (file.readUInt32BE(header.start + 16) / file.readUInt32BE(header.start + 12)) * 1000;
    assert.ok(Math.abs(durationMs - film.durationMs) < 150, `${durationMs} ms against ${film.durationMs}`);
  });

  it('takes as long as a round takes, 12 to 13 minutes, and is under 15 MB', () => {
    assert.ok(film.durationMs >= 12 * 60_000 && film.durationMs <= 13 * 60_000);
    assert.ok(file.length < 15_000_000);
  });

  it('calls opening, eight forms and closing one after the other, without a gap', () => {
    assert.deepEqual(
      film.forms.map((form) => form.number),
      [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
    );
    film.forms.forEach((form, i) => assert.equal(form.startMs, film.forms[i - 1]?.endMs ?? 0, form.name));
    assert.equal(film.forms.at(-1)?.endMs, film.durationMs);
  });

  it('counts each repetition inside its form, left and right in turn where the form has sides', () => {
    for (const form of film.forms) {
      const counted = form.beats.filter((beat) => beat.count > 0);
      assert.ok(
        counted.every((beat) => beat.atMs >= form.startMs && beat.atMs < form.endMs),
        form.name,
      );
      const sides = counted.map((beat) => beat.side).filter((side) => side !== 'both');
      sides.forEach((side, i) => assert.notEqual(side, sides[i - 1], form.name));
    }
  });

  it('gives cues that can be read at a glance: at most eight characters', () => {
    const cues = film.forms.flatMap((form) => [
      form.cue,
      ...form.beats.map((beat) => ('cue' in beat ? beat.cue : '')),
    ]);
    assert.deepEqual(
      cues.filter((cue) => cue.length > 8),
      [],
    );
  });
});
