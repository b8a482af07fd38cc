/** The folder in OPFS where the journal of a (device, actor) is. */
export const folderName = (name: string): string => `${name}:journal`.replace(/[^\w-]/g, '_');

/** Its cache, where it has no OPFS. */
export const cacheName = (name: string): string => `${name}:journal`;
