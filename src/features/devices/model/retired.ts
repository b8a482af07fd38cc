import type { RowOf } from '../../../kernel/rows.ts';

type Stands = Pick<RowOf<'device'>, 'pairedAtMs' | 'retiredAtMs'>;

/**
 * Whether a device was put away: it hangs nowhere, and nobody waits for it till it is paired again. One that was never
 * paired is waited for.
 */
export const isRetired = ({ pairedAtMs, retiredAtMs }: Stands): boolean =>
  pairedAtMs === null && (retiredAtMs ?? null) !== null;

/** Those that the house counts on. */
export const inService = <D extends Stands>(devices: readonly D[]): readonly D[] =>
  devices.filter((device) => !isRetired(device));

/** What is set for those: a panel that was put away is no measure of what fits. */
export const setInService = (
  configs: readonly RowOf<'deviceConfig'>[],
  devices: readonly RowOf<'device'>[],
): readonly RowOf<'deviceConfig'>[] =>
  configs.filter((config) => !devices.some((device) => device.id === config.id && isRetired(device)));
