import type { KnownHub } from '../protocol/client/believe.ts';

/** The hub of this address, for all devices of the profile; beside what they remember of themselves. */
export const hubKey = 'leling:hub';
/** Where storage is refused, this page alone knows. */
let here: string | null = null;

/** The hub as this browser knows it. Another takes its place only where it proves to know the device (`ofAnyHub`). */
export const knownHub: KnownHub = {
  id() {
    try {
      return localStorage.getItem(hubKey);
    } catch {
      return here;
    }
  },
  heard(id) {
    if (knownHub.id() === id) return;
    here = id;
    try {
      localStorage.setItem(hubKey, id);
    } catch {
      // It is learned again at the next start.
    }
  },
};
