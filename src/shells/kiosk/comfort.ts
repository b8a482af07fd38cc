/** How many times its usual size all type is. One tap makes it large at once; further ones make it smaller again. */
const SIZES = [1, 1.6, 1.3] as const;

/** How the glass is set for the person before it: in memory only, and as it was for the next one. */
export interface Comfort {
  readonly larger: (typeof SIZES)[number];
  /** White and yellow on black. */
  readonly contrast: boolean;
  /** 读给我听 begins slowly. */
  readonly slow: boolean;
}

export const USUAL: Comfort = { larger: 1, contrast: false, slow: false };

/** What another tap on 字大些 or 小字 makes of it. */
export const nextSize = (comfort: Comfort): Comfort => ({
  ...comfort,
  larger: SIZES[(SIZES.indexOf(comfort.larger) + 1) % SIZES.length] ?? 1,
});

let dark = false;

/**
 * Sets the document so. The colours come after the first paint, with nothing that home waits for; false where they cannot
 * be had.
 */
export async function setComfort({ larger, contrast }: Comfort): Promise<boolean> {
  const root = document.documentElement;
  root.style.setProperty('--larger', String(larger));
  // By this a page that has room for it at the usual size only lays itself out otherwise.
  root.toggleAttribute('data-enlarged', larger > 1);
  dark = contrast;
  if (!contrast && !root.hasAttribute('data-contrast')) return true;
  try {
    const { setContrast } = await import('./contrast.ts');
    // Whoever wanted it may have gone meanwhile.
    setContrast(dark);
    return true;
  } catch {
    return false;
  }
}
