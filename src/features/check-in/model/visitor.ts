import { id, type MemberId } from '../../../kernel/ids.ts';

const PREFIX = 'visitor:';

/** Who came without being a member, for this one visit: counted, and nobody anywhere. `random` is made for it. */
export const visitorId = (random: string): MemberId => id(`${PREFIX}${random}`);

export const isVisitor = (memberId: string): boolean => memberId.startsWith(PREFIX);
