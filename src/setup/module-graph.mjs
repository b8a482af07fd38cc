/**
 * What rolldown knows of a module while it cuts the build into files.
 * @typedef {{ code?: string | null, importedIds: readonly string[], dynamicallyImportedIds: readonly string[] }} Module
 * @typedef {(id: string) => Module | null} Look
 */

/**
 * The modules that come with one before anything runs, itself among them.
 * @param {string} root @param {Look} look
 */
export const closure = (root, look) => reached(root, look, false);

/**
 * The modules that a page can come to load at all, itself among them.
 * @param {string} page @param {Look} look
 */
export const everReached = (page, look) => reached(page, look, true);

/** @param {string} root @param {Look} look @param {boolean} later whether what is loaded later counts too */
function reached(root, look, later) {
  const found = new Set([root]);
  for (const id of found) {
    const module = look(id);
    module?.importedIds.forEach((other) => found.add(other));
    if (later) module?.dynamicallyImportedIds.forEach((other) => found.add(other));
  }
  return found;
}
