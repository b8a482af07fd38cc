/*
 * White and yellow on black, for eyes to which paper and ink are too much alike. What carries white words by day
 * carries black ones here; edges are white. Contrast is measured; the figures stand beside the colours.
 */
const COLOURS: Readonly<Record<string, string>> = {
  '--paper': '#000000',
  '--card': '#1a1a1a',
  '--ink': '#ffffff', // 21 on paper, 17.4 on card
  '--ink-soft': '#ffffff',
  '--tile-edge': '#ffffff',
  '--rule': '#8c8c8c',
  '--white': '#000000', // the words on what follows
  '--cinnabar': '#ffe14d', // 16.2 with black, 13.4 on card
  '--pine': '#ffffff',
  '--pine-pale': '#000000',
  '--wheat': '#1a1a1a',
  '--amber': '#4a3600', // 11.2 with white
  '--plum': '#ffe14d',
  '--alarm': '#ffe14d',
  '--gold': '#ffe14d',
};

/** Puts these colours over the page's own, or takes them away again. Through the object model, as the policy wants. */
export function setContrast(on: boolean): void {
  const { documentElement: root } = document;
  for (const [name, colour] of Object.entries(COLOURS)) {
    if (on) root.style.setProperty(name, colour);
    else root.style.removeProperty(name);
  }
  root.toggleAttribute('data-contrast', on);
}
