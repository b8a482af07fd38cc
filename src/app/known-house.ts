import type { RowOf } from '../kernel/rows.ts';
import { readText, writeText } from '../store/local-texts.ts';

/*
 * What a kiosk goes on knowing of its house, in another place than the store, when the store is lost or cannot be read:
 * which ways lead on, and whom to ring.
 */
type House = Pick<RowOf<'centre'>, 'tiles' | 'hotline' | 'emergencyNumber'>;

const nameOf = (deviceId: string, what: 'tiles' | 'phone'): string => `leling:house:${deviceId}:${what}`;

/** The house is as this says; kept for the time when nobody can. */
export function rememberHouse(deviceId: string, { tiles, hotline, emergencyNumber }: House): void {
  keep(nameOf(deviceId, 'tiles'), tiles.join());
  keep(nameOf(deviceId, 'phone'), emergencyNumber ?? hotline);
}

/** The names of the home tiles as last known; those that every kiosk has where none are. */
export const knownTiles = (deviceId: string): readonly string[] =>
  (readText(nameOf(deviceId, 'tiles')) ?? 'menu,classes,checkin,policies').split(',');

/** The number that is answered at once, as last known; empty where none is. */
export const knownPhone = (deviceId: string): string => readText(nameOf(deviceId, 'phone')) ?? '';

function keep(name: string, text: string): void {
  if (readText(name) !== text) writeText(name, text);
}
