import { id } from '../../kernel/ids.ts';
import type { Place } from '../../features/centre/model/centre.ts';

const orNull = (text: string | undefined): string | null => (text === undefined || text === '' ? null : text);
const numberOrNull = (text: string | undefined): number | null =>
  orNull(text) === null ? null : Number(text);

/** The district's directory from its CSV (no field of it holds a comma), in the order of the document. */
export function placesFrom(csv: string): readonly Place[] {
  const [, ...lines] = csv.trim().split(/\r?\n/);
  return lines.map((line, i) => {
    const [tier = '', region, name = '', street = '', communities, services = '', area] = line.split(',');
    return {
      id: id(`place-${`${i + 1}`.padStart(2, '0')}`),
      tier,
      region: orNull(region),
      name,
      street,
      communitiesCovered: numberOrNull(communities),
      services: services.split('、').filter((word) => word !== ''),
      areaM2: numberOrNull(area),
    };
  });
}
