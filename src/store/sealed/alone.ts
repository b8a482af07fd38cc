/** Does something to a key while no other page of this browser does. */
export function alone<T>(name: string, work: () => Promise<T>): Promise<T> {
  if (typeof navigator === 'undefined' || !('locks' in navigator)) return work();
  return navigator.locks.request(`${name}:key`, work);
}
