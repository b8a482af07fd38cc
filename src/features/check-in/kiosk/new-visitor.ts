import { visitorId } from '../model/visitor.ts';
import type { Attendee } from './check-in-flow.ts';

const BYTES = 12;

/** Somebody who came without being a member: for this once, and told from every other. */
export function newVisitor(): Attendee {
  const random = crypto.getRandomValues(new Uint8Array(BYTES));
  const letters = [...random].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return { memberId: visitorId(letters), maskedName: null, companion: null };
}
