/** The browser keeps nothing for this address: whoever is let in here is nobody again at the next page. */
export class NothingKept extends Error {}

/** Where both of these are refused, so are cookies and all else. */
export async function keepsNothing(): Promise<boolean> {
  try {
    void localStorage.length;
    return false;
  } catch {
    return caches.open('leling-identity').then(
      () => false,
      () => true,
    );
  }
}
