import 'axe-core/axe.min.js';
import type axeCore from 'axe-core';
import { expect } from 'chai';

declare global {
  interface Window {
    axe: typeof axeCore;
  }
}

/** Fails with the rules an element breaks, and where. Contrast is measured in VISUAL's table and on screenshots. */
export async function expectAccessible(element: Element): Promise<void> {
  const { violations } = await window.axe.run(element, { rules: { 'color-contrast': { enabled: false } } });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).to.deep.equal([]);
}
