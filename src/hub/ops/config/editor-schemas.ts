import type { TSchema } from 'typebox';
import { Centre } from '../../../features/centre/model/centre.schema.ts';
import { DeviceConfig } from '../../../features/devices/model/device.schema.ts';

const DIALECT = 'http://json-schema.org/draft-07/schema#';

/** A file people edit: the noun's own schema, a title, and the hint editors look for. */
const forEditors = (title: string, schema: TSchema): Record<string, unknown> => {
  const plain: Record<string, unknown> = JSON.parse(JSON.stringify(schema));
  const properties = Object.assign({ $schema: { type: 'string' } }, plain['properties']);
  return { $schema: DIALECT, title, ...plain, properties };
};

/** The JSON Schema files of kiosk-config, by name. */
export const configSchemas = (): Readonly<Record<string, unknown>> => ({
  'centre.schema.json': forEditors('A centre (centre.json)', Centre),
  'device.schema.json': forEditors('A device (one file each)', DeviceConfig),
});
