import type { RowOf } from '../../../kernel/rows.ts';

type DeviceConfig = RowOf<'deviceConfig'>;

/** How a television hangs: alone, or with another of its size as the left or the right of two. */
export const HANGS = ['alone', 'left', 'right'] as const;
type Hangs = (typeof HANGS)[number];

export function hangsOf({ continues }: Pick<DeviceConfig, 'continues'>): Hangs {
  if (continues === undefined) return 'alone';
  return continues.part === 1 ? 'left' : 'right';
}

/** The same television, hung so. */
export function hung(config: DeviceConfig, hangs: Hangs): DeviceConfig {
  const { continues: _, ...alone } = config;
  return hangs === 'alone' ? alone : { ...alone, continues: { of: 2, part: hangs === 'left' ? 1 : 2 } };
}

/** What a choice in the form says. */
export const hangsIn = (value: string | undefined): Hangs | undefined =>
  HANGS.find((hangs) => hangs === value);
