/**
 * A note in OPFS of the stores that have been on this device. A store that is empty though the note knows it has been
 * wiped or damaged: it is no first run. Seam of the ladder that heals, which will begin where this answers true.
 */
export async function wipedSince(name: string, empty: boolean): Promise<boolean> {
  if (!('storage' in navigator) || !('getDirectory' in navigator.storage)) return false;
  try {
    const root = await navigator.storage.getDirectory();
    const folder = await root.getDirectoryHandle('leling_canary', { create: true });
    const note = name.replace(/[^\w-]/g, '_');
    const known = await folder.getFileHandle(note).then(
      () => true,
      () => false,
    );
    if (!known && !empty) await folder.getFileHandle(note, { create: true });
    return known && empty;
  } catch {
    return false;
  }
}
