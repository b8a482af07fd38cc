import 'axe-core/axe.min.js';
import type axeCore from 'axe-core';
import { expect } from 'chai';

declare global {
  interface Window {
    axe: typeof axeCore;
  }
}

const told = ({ violations }: axeCore.AxeResults): readonly string[] =>
  violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`);

/** The rules that the whole document, or a part of it, breaks as it stands, with the contrast that old eyes want: 7:1. */
export async function brokenRules(part: Element | Document = document): Promise<readonly string[]> {
  return told(
    await window.axe.run(part, {
      resultTypes: ['violations'],
      // What wants less is broken by nothing that this one lets pass.
      rules: { 'color-contrast-enhanced': { enabled: true }, 'color-contrast': { enabled: false } },
    }),
  );
}

/** Fails with the rules an element breaks, and where. Contrast is measured in VISUAL's table and on screenshots. */
export async function expectAccessible(element: Element): Promise<void> {
  const { violations } = await window.axe.run(element, { rules: { 'color-contrast': { enabled: false } } });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).to.deep.equal([]);
}
