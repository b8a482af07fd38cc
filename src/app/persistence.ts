/** Asks the browser not to clear this device's data when the disk runs short. Answers whether it agreed. */
export async function askToPersist(): Promise<boolean> {
  if (!('storage' in navigator) || typeof navigator.storage.persist !== 'function') return false;
  return (await navigator.storage.persisted()) || navigator.storage.persist();
}
