import { adoptStyles, css, LitElement, type CSSResult, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';

declare global {
  interface HTMLElementTagNameMap {
    'll-print-sheet': LlPrintSheet;
  }
}

/** What is on a paper, how it looks, and the paper: `A4` or `A4 landscape`. */
interface Printed {
  readonly content: TemplateResult;
  readonly styles: CSSResult;
  readonly paper: 'A4' | 'A4 landscape';
  /** What a file made of it is called. */
  readonly title: string;
}

/** A paper, which only the printer sees. */
@customElement('ll-print-sheet')
export class LlPrintSheet extends LitElement {
  static override readonly styles = css`
    :host {
      display: none;
      color: #000;
      font-family: var(--font);
    }
    @media print {
      :host {
        display: block;
      }
    }
  `;

  @property({ attribute: false }) content: TemplateResult | null = null;

  override render() {
    return this.content;
  }
}

/** A browser that has not said by then that it is done is not waited for. */
const LONGEST_MS = 60_000;

/**
 * Has the browser print a paper, alone, and takes it off the page again.
 * Resolves to false where the browser does not even begin, as one that may not print.
 */
export async function printSheet({ content, styles, paper, title }: Printed): Promise<boolean> {
  const sheet = new LlPrintSheet();
  sheet.content = content;
  sheet.setAttribute('aria-hidden', 'true');
  document.body.append(sheet);
  await sheet.updateComplete;
  if (sheet.shadowRoot !== null) adoptStyles(sheet.shadowRoot, [LlPrintSheet.styles, styles]);
  // A copy: where the list is a live one it would grow too.
  const before = [...document.adoptedStyleSheets];
  const rules = new CSSStyleSheet();
  rules.replaceSync(`@page { size: ${paper}; margin: 12mm; }
    @media print {
      html, body { height: auto !important; overflow: visible !important; background: #fff !important; }
      body > :not(ll-print-sheet) { display: none !important; }
    }`);
  document.adoptedStyleSheets = [...before, rules];
  const called = document.title;
  document.title = title;
  let hasBegun = false;
  const begin = (): void => {
    hasBegun = true;
  };
  let end = (): void => undefined;
  const over = new Promise<void>((resolve) => (end = resolve));
  const timer = setTimeout(end, LONGEST_MS);
  window.addEventListener('beforeprint', begin);
  window.addEventListener('afterprint', end);
  try {
    window.print();
    if (hasBegun) await over;
    return hasBegun;
  } finally {
    clearTimeout(timer);
    window.removeEventListener('beforeprint', begin);
    window.removeEventListener('afterprint', end);
    document.title = called;
    document.adoptedStyleSheets = before;
    sheet.remove();
  }
}
