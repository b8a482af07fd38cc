import { megabytesWords } from '../../../i18n/size.ts';
import { t } from '../../../i18n/index.ts';
import type { RowOf } from '../../../kernel/rows.ts';

type DeviceConfig = RowOf<'deviceConfig'>;
export type Canteens = RowOf<'centre'>['canteens'];

export const checkInWays = ['card', 'digits', 'companion', 'visitor'] as const;
export const turns = [0, 90, 180, 270] as const;

/** How it is set, line by line: what it is, and how; only what a device of its kind has. */
export function settingLines(
  config: DeviceConfig,
  canteens: Canteens,
): readonly (readonly [what: string, how: string])[] {
  const { kind, place, room, canteenId, locale, mediaBudgetMB, group, rotate = 0, printer, sound } = config;
  const ofScreen = [
    ...(group === undefined ? [] : [[t('staff.settings.group'), group] as const]),
    ...(rotate === 0
      ? []
      : [[t('staff.settings.rotate'), t('staff.settings.degrees', { degrees: rotate })] as const]),
  ];
  const ofKiosk = [
    [
      t('staff.settings.ways'),
      (config.checkInWays ?? checkInWays)
        .map((way) => t(`staff.settings.way.${way}`))
        .join(t('staff.settings.and')),
    ] as const,
    [t('staff.settings.printer'), t(`staff.settings.prints.${printer ?? 'none'}`)] as const,
    [
      t('staff.settings.sound'),
      sound === undefined
        ? t('staff.settings.usual')
        : t(sound.taps ? 'staff.settings.loud' : 'staff.settings.loudNoTaps', { volume: sound.volume }),
    ] as const,
  ];
  return [
    [t('staff.settings.place'), place],
    ...(room === null ? [] : [[t('staff.settings.room'), room] as const]),
    ...(canteenId === null
      ? []
      : [
          [
            t('staff.settings.canteen'),
            canteens.find(({ id }) => id === canteenId)?.name ?? canteenId,
          ] as const,
        ]),
    [t('staff.settings.language'), t(`staff.settings.locale.${locale}`)],
    [t('staff.settings.media'), megabytesWords(mediaBudgetMB)],
    ...(kind === 'screen' ? ofScreen : ofKiosk),
  ];
}
