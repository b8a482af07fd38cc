// The programme of the sample Baduanjin video: what is shown, when, how often, on which side. The video is
// rendered from this table and public/media/baduanjin.json is written from it, so the two cannot disagree.
//
// Times are whole frames at 25 fps (multiples of 40 ms). `side` is the elder's own left or right; as the
// demonstration is a mirror, that is also the viewer's left or right on the glass.

export const FPS = 25;
export const WIDTH = 1280;
export const HEIGHT = 720;

const LEFT_RIGHT = ['left', 'right', 'left', 'right'];
const both = (n) => Array(n).fill('both');

/** lead: settling in before the first repetition; tail: settling out after the last (both ms). */
const TABLE = [
  {
    key: 'opening',
    name: '预备势',
    nameEn: 'Opening',
    cue: '双脚与肩同宽',
    cueEn: 'Feet shoulder-width apart',
    length: 16000,
    notes: [
      [0, '头晕请坐下举手', 'If you feel dizzy, sit down and raise a hand'],
      [5200, '左脚开步肩同宽', 'Step left, feet shoulder-width apart'],
      [9200, '双手轻抱小腹前', 'Arms round, as if holding a ball'],
    ],
  },
  {
    key: 'form-1',
    name: '双手托天理三焦',
    nameEn: 'Two hands hold up the sky',
    cue: '掌心向上慢慢托',
    cueEn: 'Palms up, push slowly to the sky',
    lead: 1600,
    each: 7600,
    tail: 800,
    sides: both(3),
  },
  {
    key: 'form-2',
    name: '左右开弓似射雕',
    nameEn: 'Draw the bow to left and right',
    cue: '像拉弓看着指尖',
    cueEn: 'Draw the bow, eyes on your fingertips',
    lead: 800,
    each: 6800,
    tail: 800,
    sides: LEFT_RIGHT,
    sideCue: {
      left: ['向左开弓看左手', 'Draw to the left, look at your left hand'],
      right: ['向右开弓看右手', 'Draw to the right, look at your right hand'],
    },
  },
  {
    key: 'form-3',
    name: '调理脾胃须单举',
    nameEn: 'Raise one hand, press the other down',
    cue: '一手上托一手按',
    cueEn: 'One palm up, the other presses down',
    lead: 800,
    each: 5600,
    tail: 800,
    sides: LEFT_RIGHT,
    sideCue: {
      left: ['左手上托右手按', 'Left palm up, right palm down'],
      right: ['右手上托左手按', 'Right palm up, left palm down'],
    },
  },
  {
    key: 'form-4',
    name: '五劳七伤往后瞧',
    nameEn: 'Look back over the shoulder',
    cue: '肩放松慢慢回头',
    cueEn: 'Shoulders loose, turn your head slowly',
    lead: 800,
    each: 5200,
    tail: 800,
    sides: LEFT_RIGHT,
    sideCue: {
      left: ['慢慢向左往后瞧', 'Slowly look back to the left'],
      right: ['慢慢向右往后瞧', 'Slowly look back to the right'],
    },
  },
  {
    // The common order of this form: the first swing starts with a lean to the right.
    key: 'form-5',
    name: '摇头摆尾去心火',
    nameEn: 'Sway the head and swing the tail',
    cue: '双手扶腿慢慢摇',
    cueEn: 'Hands on thighs, sway slowly',
    lead: 3200,
    each: 7200,
    tail: 2400,
    sides: ['right', 'left', 'right', 'left'],
    sideCue: {
      left: ['先向左倾再摇右', 'Lean left, then sway to the right'],
      right: ['先向右倾再摇左', 'Lean right, then sway to the left'],
    },
  },
  {
    key: 'form-6',
    name: '两手攀足固肾腰',
    nameEn: 'Hands slide down to the feet',
    cue: '弯到哪里算哪里',
    cueEn: 'Bend only as far as is comfortable',
    lead: 800,
    each: 9000,
    tail: 800,
    sides: both(3),
  },
  {
    key: 'form-7',
    name: '攒拳怒目增气力',
    nameEn: 'Clench the fists and glare',
    cue: '握紧拳头瞪大眼',
    cueEn: 'Fists tight, eyes wide',
    lead: 2400,
    each: 3400,
    tail: 2000,
    sides: [...LEFT_RIGHT, 'left', 'right'],
    sideCue: {
      left: ['左拳慢慢向前冲', 'Left fist slowly forward'],
      right: ['右拳慢慢向前冲', 'Right fist slowly forward'],
    },
  },
  {
    key: 'form-8',
    name: '背后七颠百病消',
    nameEn: 'Raise and drop the heels seven times',
    cue: '提起脚跟轻轻落',
    cueEn: 'Heels up, then let them drop softly',
    lead: 1200,
    each: 2400,
    tail: 1200,
    sides: both(7),
  },
  {
    key: 'closing',
    name: '收势',
    nameEn: 'Closing',
    cue: '双手叠放小腹前',
    cueEn: 'Hands folded on the belly',
    length: 14000,
    notes: [
      [0, '双手叠放小腹前', 'Hands folded on the belly'],
      [5200, '慢慢呼吸放轻松', 'Breathe slowly and relax'],
      [9600, '双脚并拢站站稳', 'Feet together, stand steady'],
    ],
  },
];

/** The forms with absolute times; also `repStarts` in beats. Opening and closing have beats of count 0: cues. */
export function programme() {
  let at = 0;
  const forms = TABLE.map((row, number) => {
    const startMs = at;
    const { key, name, nameEn, cue, cueEn } = row;
    const sides = row.sides ?? [];
    const repetitionMs = sides.map((_, i) => startMs + row.lead + i * row.each);
    const beats = row.notes
      ? row.notes.map(([ms, c, en]) => ({ atMs: startMs + ms, count: 0, side: 'both', cue: c, cueEn: en }))
      : sides.map((side, i) => {
          const said = row.sideCue?.[side];
          return { atMs: repetitionMs[i], count: i + 1, side, ...(said && { cue: said[0], cueEn: said[1] }) };
        });
    at += row.length ?? row.lead + row.each * sides.length + row.tail;
    return {
      key,
      number,
      name,
      nameEn,
      cue,
      cueEn,
      startMs,
      endMs: at,
      repetitions: sides.length,
      repetitionMs,
      sides,
      beats,
    };
  });
  return {
    id: 'baduanjin-standing',
    title: '八段锦（站式）',
    titleEn: 'Baduanjin (standing)',
    durationMs: at,
    width: WIDTH,
    height: HEIGHT,
    mirrored: true,
    forms,
  };
}
