let memoryOnly = false;

/** From now on what this page's store holds is gone with the page. */
export function noteInMemory(): void {
  memoryOnly = true;
}

/** Whether this page can keep nothing. */
export const runsFromMemory = (): boolean => memoryOnly;
