/** The glance that is being taken; null between two. */
let glance: object | null = null;

/**
 * Looks at a page in one breath, in which nothing on it changes: what several rules ask of it is measured once. What the
 * page does meanwhile is not seen, so that nothing is waited for inside.
 */
export function atOneGlance<T>(look: () => T): T {
  if (glance !== null) return look();
  glance = {};
  try {
    return look();
  } finally {
    glance = null;
  }
}

/** What something is found to be: at one glance it is looked for once, and otherwise each time. */
export function once<Of, Is>(find: (of: Of) => Is): (of: Of) => Is {
  const known = new WeakMap<object, Map<Of, Is>>();
  return (of) => {
    if (glance === null) return find(of);
    const before = known.get(glance) ?? new Map<Of, Is>();
    known.set(glance, before);
    const was = before.get(of);
    if (was !== undefined) return was;
    const is = find(of);
    before.set(of, is);
    return is;
  };
}
