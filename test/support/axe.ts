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

// The contrast that old eyes want: as it comes, this rule lets pass what has less than the usual one asks for. All else is as it comes.
window.axe.configure({
  checks: [
    {
      id: 'color-contrast-enhanced',
      options: {
        ignoreUnicode: true,
        boldValue: 700,
        boldTextPt: 14,
        largeTextPt: 18,
        contrastRatio: { normal: { expected: 7 }, large: { expected: 4.5 } },
        pseudoSizeThreshold: 0.25,
        shadowOutlineEmMax: 0.1,
        textStrokeEmMin: 0.03,
      },
    },
  ],
});

/** The rules that the whole document, or a part of it, breaks as it stands, contrast among them. */
export async function brokenRules(part: Element | Document = document): Promise<readonly string[]> {
  return told(
    await window.axe.run(part, {
      resultTypes: ['violations'],
      // What wants less is broken by nothing that this one lets pass.
      rules: { 'color-contrast-enhanced': { enabled: true }, 'color-contrast': { enabled: false } },
    }),
  );
}

/** Words that stand out too little, the one rule that other colours of the same parts can break. */
export async function faintWords(): Promise<readonly string[]> {
  return told(
    await window.axe.run(document, {
      resultTypes: ['violations'],
      runOnly: { type: 'rule', values: ['color-contrast-enhanced'] },
    }),
  );
}

/** Fails with the rules an element breaks, and where. Contrast is measured in VISUAL's table and on screenshots. */
export async function expectAccessible(element: Element): Promise<void> {
  const { violations } = await window.axe.run(element, {
    resultTypes: ['violations'],
    rules: { 'color-contrast': { enabled: false } },
  });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).to.deep.equal([]);
}
