import { writeFile } from 'node:fs/promises';
import { configSchemas } from './editor-schemas.ts';

/** Run by hand after a change of the centre's or the device's schema: writes kiosk-config's JSON Schema files. */
const folder = new URL('../../../../kiosk-config/', import.meta.url);
for (const [name, schema] of Object.entries(configSchemas())) {
  await writeFile(new URL(name, folder), `${JSON.stringify(schema, null, 2)}\n`);
}
