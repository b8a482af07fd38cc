// All forms joined into one motion, with the small signs of life no form asks for: blinking and breath.

import { FPS } from './forms.mjs';
import { closing, handsToFeet, heelDrops, opening, skyHands } from './moves.mjs';
import { drawBow, lookBack, punch, raiseOne, sway } from './sided-moves.mjs';
import { track } from './track.mjs';

const MOVES = {
  opening,
  'form-1': skyHands,
  'form-2': drawBow,
  'form-3': raiseOne,
  'form-4': lookBack,
  'form-5': sway,
  'form-6': handsToFeet,
  'form-7': punch,
  'form-8': heelDrops,
  closing,
};

/** @returns (ms) => pose */
export function choreography({ forms }) {
  const keys = [];
  for (const form of forms) {
    for (const key of MOVES[form.key](form)) {
      // Where one form ends another begins: the later key has the last word.
      if (keys.length && key[0] <= keys[keys.length - 1][0]) keys.pop();
      keys.push(key);
    }
  }
  const motion = track(keys);
  return (ms) => {
    const pose = motion(ms);
    pose.face.lids = Math.max(pose.face.lids, blink(ms));
    pose.spine.pitch += 0.5 * Math.sin(ms / 900);
    return pose;
  };
}

/** A blink of six frames every four seconds or so, never quite regular. */
function blink(ms) {
  const round = Math.floor(ms / 4200);
  const since = ms - round * 4200 - ((round * 733) % 1500);
  const length = 6 * (1000 / FPS);
  return since > 0 && since < length ? Math.sin((since / length) * Math.PI) : 0;
}
