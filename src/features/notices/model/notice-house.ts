import { id } from '../../../kernel/ids.ts';

/** How urgent notices go out in a house: the one row there is of it. */
export const NOTICE_HOUSE = id<'NoticeHouseId'>('notices');
