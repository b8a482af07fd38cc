import type { Paper } from './policy-paper.ts';
import { LlPolicySheet, type PrinterKind } from './policy-sheet.ts';

const PX_PER_MM = 96 / 25.4;
/** What a cutter takes below the last line. */
const TAIL_MM = 12;
/** A browser that has said nothing by then waits for a printer that does not answer, or has lost its window. */
const LONGEST_MS = 30_000;

/**
 * Has the browser print a paper, alone, and takes it away again: from the page, where the next person must not find it.
 * Resolves once the browser is done with it: to false where it did not even begin, as one does that may not print, or
 * never came to an end. Whether anything came out no browser knows.
 * @param gone whoever wanted it has left: it is taken away at once
 */
export async function printPaper(paper: Paper, kind: PrinterKind, gone: AbortSignal): Promise<boolean> {
  const sheet = new LlPolicySheet();
  sheet.paper = paper;
  sheet.kind = kind;
  sheet.setAttribute('aria-hidden', 'true');
  document.body.append(sheet);
  await sheet.updateComplete;
  // A copy: where the list is a live one it would grow too.
  const before = [...document.adoptedStyleSheets];
  const rules = new CSSStyleSheet();
  // A roll has no pages: it is as long as what stands on it.
  const lengthMm = Math.ceil(sheet.getBoundingClientRect().height / PX_PER_MM) + TAIL_MM;
  const page = kind === 'receipt' ? `size: 80mm ${lengthMm}mm; margin: 4mm` : 'size: A4; margin: 15mm';
  rules.replaceSync(`@page { ${page}; }
    @media print {
      html, body { height: auto !important; overflow: visible !important; background: #fff !important; }
      body > :not(ll-policy-sheet) { display: none !important; }
    }`);
  document.adoptedStyleSheets = [...before, rules];
  let hasBegun = false;
  const begin = (): void => {
    hasBegun = true;
  };
  window.addEventListener('beforeprint', begin);
  let end = (_: boolean): void => undefined;
  const over = new Promise<boolean>((resolve) => (end = resolve));
  const ended = (): void => end(true);
  const left = (): void => end(false);
  window.addEventListener('afterprint', ended);
  gone.addEventListener('abort', left);
  const timer = setTimeout(left, LONGEST_MS);
  try {
    window.print();
    return hasBegun && (await over);
  } finally {
    clearTimeout(timer);
    gone.removeEventListener('abort', left);
    window.removeEventListener('afterprint', ended);
    window.removeEventListener('beforeprint', begin);
    document.adoptedStyleSheets = before;
    sheet.remove();
  }
}
