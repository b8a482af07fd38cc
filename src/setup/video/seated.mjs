// The same round on a chair: the words of what is done otherwise, and no steps to the side to wait for.

import { STANDING } from './standing.mjs';

const OTHERWISE = {
  opening: {
    cue: '坐稳双脚踩踏实',
    cueEn: 'Sit firmly, both feet on the floor',
    notes: [
      [0, '放松坐好看前方', 'Sit at ease, look ahead'],
      [9000, '坐稳双脚踩踏实', 'Sit firmly, both feet on the floor'],
      [17000, '吸气抬手呼气落', 'Breathe in, arms rise; breathe out, they sink'],
      [34000, '双手轻抱小腹前', 'Arms round, as if holding a ball'],
    ],
  },
  'form-5': { cue: '双手扶腿轻轻摇', cueEn: 'Hands on thighs, sway gently', lead: 6000, tail: 4000 },
  'form-6': {
    nameEn: 'Hands slide down the legs',
    cue: '双手顺腿慢慢滑',
    cueEn: 'Let your hands slide down your legs',
  },
  'form-7': { lead: 6000, tail: 4000 },
  'form-8': { cue: '坐着提脚跟再落', cueEn: 'Sitting, heels up, then down softly' },
  closing: {
    notes: [
      [0, '双手叠放小腹前', 'Hands folded on the belly'],
      [16000, '慢慢呼吸放轻松', 'Breathe slowly and relax'],
      [40000, '坐一会儿再起身', 'Sit a while before you get up'],
    ],
  },
};

export const SEATED = STANDING.map((row) => ({ ...row, ...OTHERWISE[row.key] }));
