import type { Static } from 'typebox';
import { problemText } from '../../../kernel/check.ts';
import { applied, defineMutation, refused } from '../../../kernel/mutation.ts';
import { checkCentre } from './centre.ts';
import type { CentreSaveArgs } from './centre.schema.ts';

/** Changes what every face knows of the house: name, hotline, meal times, the kiosk's tiles. */
export const centreSave = defineMutation<Static<typeof CentreSaveArgs>>()({
  name: 'centre.save',
  v: 1,
  by: ['manager'],
  toldTo: 'staff',
  async apply(tx, { centre }, ctx) {
    if (centre.id !== ctx.actor.centreId) return refused('other-centre', `${centre.id} is not this centre`);
    const problems = checkCentre(centre);
    if (problems.length > 0) return refused('bad-centre', problemText(problems));
    await tx.put('centre', 'centre', centre.id, centre);
    return applied;
  },
});
