import type { HubTrouble, ShownGlass } from '../../../app/hub-client.ts';
import { t, type TKey } from '../../../i18n/index.ts';
import type { Device } from './device-words.ts';

/** What a glass says that it was, and what it still has to send. */
export function wasWords(
  { deviceId, waiting }: NonNullable<ShownGlass['was']>,
  devices: readonly Device[],
): string {
  const name = devices.find(({ id }) => id === deviceId)?.name;
  // The centre was put back to a time before it.
  if (name === undefined)
    return waiting === 0 ? t('staff.pair.wasLost') : t('staff.pair.wasLostWith', { count: waiting });
  return waiting === 0 ? t('staff.pair.was', { name }) : t('staff.pair.wasWith', { name, count: waiting });
}

/** Why a glass could not be taken in. */
export function troubleKey(trouble: HubTrouble): TKey {
  switch (trouble.type) {
    case 'away':
      return 'staff.pair.away';
    case 'throttled':
      return 'staff.pair.throttled';
    case 'unauthorised':
    case 'forbidden':
      return 'staff.pair.forbidden';
    case 'unknown':
      return 'staff.pair.codeUnknown';
    case 'bad-input':
      return trouble.code === 'other-kind' ? 'staff.pair.otherKind' : 'staff.pair.codeUnknown';
    case 'problem':
      return 'staff.pair.trouble';
  }
}
