import type { RowOf } from '../../../kernel/rows.ts';
import { same } from '../../../kernel/same.ts';
import { isDeviceConfig } from './is-device-config.ts';

type DeviceConfig = RowOf<'deviceConfig'>;
/** What somebody sets by a form; what is measured is changed beside it. */
export const settings = [
  'name',
  'place',
  'canteenId',
  'room',
  'oneDecoder',
  'mediaBudgetMB',
  'locale',
  'group',
  'printer',
  'sound',
  'checkInWays',
  'rotate',
] as const satisfies readonly (keyof DeviceConfig)[];
export type Setting = (typeof settings)[number];

/** Which settings differ between what a form began with and what it says now. */
export const changedSettings = (begun: DeviceConfig, now: DeviceConfig): readonly Setting[] =>
  settings.filter((one) => !same(begun[one] ?? null, now[one] ?? null));

/** A configuration with some of its settings from another one; what that one does not have goes. */
export function withSettings(
  standing: DeviceConfig,
  from: DeviceConfig,
  only: readonly Setting[],
): DeviceConfig {
  const taken = (key: string): boolean => only.some((one) => one === key);
  const merged: unknown = Object.fromEntries([
    ...Object.entries(standing).filter(([key]) => !taken(key)),
    ...Object.entries(from).filter(([key]) => taken(key)),
  ]);
  return isDeviceConfig(merged) ? merged : standing;
}

/** Why a setting cannot be so. */
export type SettingProblem = 'empty' | 'too-long' | 'not-a-group' | 'out-of-range' | 'none-chosen';

const MOST_LETTERS = 40;
/** As in the schema of the files: the hub refuses what is outside. */
export const MEDIA_MB = { least: 16, most: 65_536 } as const;
const GROUP = /^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u;

/** What the hub would refuse, by the setting it is in. */
export function settingProblems(config: DeviceConfig): ReadonlyMap<Setting, SettingProblem> {
  const problems = new Map<Setting, SettingProblem>();
  const words = (setting: 'name' | 'place' | 'room'): void => {
    const text = config[setting];
    if (text === null) return;
    if (text.trim() === '') problems.set(setting, 'empty');
    else if ([...text].length > MOST_LETTERS) problems.set(setting, 'too-long');
  };
  words('name');
  words('place');
  words('room');
  const { mediaBudgetMB, group, checkInWays } = config;
  if (!Number.isInteger(mediaBudgetMB) || mediaBudgetMB < MEDIA_MB.least || mediaBudgetMB > MEDIA_MB.most)
    problems.set('mediaBudgetMB', 'out-of-range');
  if (group !== undefined && (!GROUP.test(group) || group.length > MOST_LETTERS))
    problems.set('group', 'not-a-group');
  if (checkInWays?.length === 0) problems.set('checkInWays', 'none-chosen');
  return problems;
}
