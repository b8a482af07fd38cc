import { writeFile } from 'node:fs/promises';
import { programme } from './forms.mjs';
const media = new URL('../../../public/media/', import.meta.url);
await writeFile(new URL('baduanjin.json', media), `${JSON.stringify(programme(), null, 2)}\n`);
