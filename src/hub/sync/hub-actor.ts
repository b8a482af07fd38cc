import { id, type CentreId } from '../../kernel/ids.ts';
import type { Actor } from '../../kernel/mutation.ts';

/** The hub itself, as who makes a change in a centre. */
export const hubActor = (centreId: CentreId): Actor => ({ type: 'hub', deviceId: id('hub'), centreId });
