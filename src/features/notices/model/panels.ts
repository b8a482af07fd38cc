import type { RowOf } from '../../../kernel/rows.ts';

type DeviceConfig = RowOf<'deviceConfig'>;

/** One size of television, seen from one distance, and which hang in the house so. */
export interface PanelKind {
  /** The same for the same panel, distance and language. */
  readonly key: string;
  readonly names: readonly string[];
  readonly panel: DeviceConfig['panel'];
  readonly distanceMm: number;
  readonly language: DeviceConfig['locale'];
}

/** The house's televisions, each size at each distance and in each language once: a notice stands on all alike. */
export function panelKinds(configs: readonly DeviceConfig[]): readonly PanelKind[] {
  const kinds = new Map<string, PanelKind>();
  for (const { kind, panel, distanceMm, locale, name } of configs) {
    if (kind !== 'screen') continue;
    const key = [panel.diagonalInches, panel.widthPx, panel.heightPx, distanceMm, locale].join(' ');
    const names = [...(kinds.get(key)?.names ?? []), name];
    kinds.set(key, { key, names, panel, distanceMm, language: locale });
  }
  return [...kinds.values()];
}
