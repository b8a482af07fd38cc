import type { KnownHub } from '../protocol/client/believe.ts';
import { readText, writeText } from './local-texts.ts';

/** The hub of this address, for all devices of the profile; beside what they remember of themselves. */
export const hubKey = 'leling:hub';

/** The hub as this browser knows it. Another takes its place only where it proves to know the device (`ofAnyHub`). */
export const knownHub: KnownHub = {
  id: () => readText(hubKey),
  heard(id) {
    if (knownHub.id() !== id) writeText(hubKey, id);
  },
};
