import type { LoadNouns } from '../../store/open-store.ts';

/** For a page that changes nothing and whose rows need no rules on the device: a television, the self-check. */
export const noNouns: LoadNouns = async () => ({ mutations: {}, rowKinds: {} });
