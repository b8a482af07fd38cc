// The programmes that come with the product, and their times. The JSON in public/media is written from these tables; the
// television draws the teacher from them, and the film is rendered from them, so that none can disagree.
//
// Times are whole frames at 20 fps (multiples of 50 ms). `side` is the elder's own left or right; as the demonstration
// is a mirror, that is also the viewer's left or right on the glass.

import { HANDS } from './hands.mjs';
import { SEATED } from './seated.mjs';
import { STANDING } from './standing.mjs';

export const FPS = 20;
export const WIDTH = 1280;
export const HEIGHT = 720;

/**
 * The forms with absolute times. Opening and closing have beats of count 0: cues. A row says how it settles in before
 * its first repetition (`lead`), how long `each` is, and how long it settles out (`tail`), in ms.
 */
function timed(table) {
  let at = 0;
  return table.map((row, number) => {
    const startMs = at;
    const { key, name, nameEn, cue, cueEn, inhale, said = [] } = row;
    const sides = row.sides ?? [];
    const beats = row.notes
      ? row.notes.map(([ms, c, en]) => ({ atMs: startMs + ms, count: 0, side: 'both', cue: c, cueEn: en }))
      : sides.map((side, i) => {
          const words = row.sideCue?.[side] ?? said[i % said.length];
          const count = (i % (row.round ?? sides.length)) + 1;
          const atMs = startMs + row.lead + i * row.each;
          return { atMs, count, side, ...(words && { cue: words[0], cueEn: words[1] }) };
        });
    at += row.length ?? row.lead + row.each * sides.length + row.tail;
    return { key, number, name, nameEn, cue, cueEn, startMs, endMs: at, ...(inhale && { inhale }), beats };
  });
}

function programme(head, table) {
  const forms = timed(table);
  const { id, title, titleEn, coach } = head;
  return { id, title, titleEn, durationMs: forms.at(-1).endMs, mirrored: true, coach, forms };
}

export const programmes = {
  standing: programme(
    {
      id: 'baduanjin-standing',
      title: '八段锦（站式）',
      titleEn: 'Baduanjin (standing)',
      coach: { kind: 'baduanjin', seated: false },
    },
    STANDING,
  ),
  seated: programme(
    {
      id: 'baduanjin-seated',
      title: '八段锦（坐式）',
      titleEn: 'Baduanjin (seated)',
      coach: { kind: 'baduanjin', seated: true },
    },
    SEATED,
  ),
  hands: programme(
    {
      id: 'hand-exercises',
      title: '手指操',
      titleEn: 'Seated hand exercises',
      coach: { kind: 'hands', seated: true },
    },
    HANDS,
  ),
};
