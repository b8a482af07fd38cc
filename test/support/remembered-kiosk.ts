import type { RememberedDevice } from '../../src/app/remembered-devices.ts';
import { id } from '../../src/kernel/ids.ts';

/** A kiosk as the first release wrote it into Local Storage. */
export const rememberedKiosk = (name: string, lastUsedMs = 1): RememberedDevice => ({
  id: name,
  kind: 'kiosk',
  config: {
    id: id(name),
    kind: 'kiosk',
    name: '大厅一体机',
    place: '一楼大厅',
    panel: { diagonalInches: 21.5, widthPx: 1080, heightPx: 1920 },
    distanceMm: 650,
    canteenId: id('main'),
    room: null,
    oneDecoder: false,
    mediaBudgetMB: 512,
    locale: 'zh-CN',
  },
  actor: { type: 'device', deviceId: id(name), deviceKind: 'kiosk', centreId: id('sample') },
  actorKey: 'device',
  utcOffsetMinutes: 480,
  lastUsedMs,
});
