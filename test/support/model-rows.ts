import { id } from '../../src/kernel/ids.ts';
import type { RowOf } from '../../src/kernel/rows.ts';
import { centreRow, courseRow, menuItem } from './rows.ts';
import { House } from './house.ts';

export const centre = centreRow();

export const course = courseRow;

export const member = (over: Partial<RowOf<'member'>> = {}): RowOf<'member'> => ({
  id: id('m001'),
  name: '王秀兰',
  phone: '10000001234',
  birthYear: 1946,
  ...over,
});

export const item = (over: Parameters<typeof menuItem>[0] = {}) =>
  menuItem({ allergens: ['egg'], smallPriceFen: 300, ...over });

const form = (
  key: string,
  number: number,
  startMs: number,
  endMs: number,
): RowOf<'programme'>['forms'][number] => ({
  key,
  number,
  name: key,
  nameEn: key,
  cue: '慢慢来',
  cueEn: 'slowly',
  startMs,
  endMs,
  beats: [
    { atMs: startMs, count: 1, side: 'left', cue: null, cueEn: null },
    { atMs: startMs + 5000, count: 2, side: 'right', cue: null, cueEn: null },
  ],
});

export const programme: RowOf<'programme'> = {
  id: id('baduanjin-standing'),
  title: '八段锦',
  titleEn: 'Baduanjin',
  durationMs: 40_000,
  mirrored: true,
  video: id('0'.repeat(64)),
  poster: null,
  forms: [
    form('opening', 0, 0, 10_000),
    form('form-1', 1, 10_000, 20_000),
    form('form-2', 2, 20_000, 40_000),
  ],
};

export const device = (deviceId: string, kind: RowOf<'device'>['kind']): RowOf<'device'> => ({
  id: id(deviceId),
  kind,
  name: deviceId,
  place: '一楼',
  pairedAtMs: 0,
  perhapsClonedAtMs: null,
});

/** What a device has last said of itself. */
export const health = (
  deviceId: string,
  over: Partial<RowOf<'deviceHealth'>> = {},
): RowOf<'deviceHealth'> => ({
  id: id(deviceId),
  lastSeenMs: 0,
  build: 'b',
  engine: 'Chromium 120',
  tier: 'full',
  storageUsedBytes: 48_000_000,
  storageQuotaBytes: 2_000_000_000,
  persisted: true,
  outbox: 0,
  timeQuality: 'confirmed',
  ...over,
});

/** A hub that knows one course, one member, two devices and a programme. */
export function furnished(house = new House()): House {
  house.set('centre:sample', 'centre', 'sample', centre);
  house.set('centre:sample', 'course', 'baduanjin', course());
  house.set('city', 'programme', programme.id, programme);
  house.set('staff:sample', 'device', 'dining-hall', device('dining-hall', 'screen'));
  house.set('staff:sample', 'device', 'lobby-kiosk', device('lobby-kiosk', 'kiosk'));
  house.set('people:sample', 'member', 'm001', member());
  const entry: RowOf<'roster'> = { id: id('m001'), maskedName: '王*兰', phoneTail: '1234', card: null };
  house.set('kiosk:sample', 'roster', 'm001', entry);
  return house;
}
