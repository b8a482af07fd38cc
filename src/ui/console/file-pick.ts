import { html, type TemplateResult } from 'lit';
import { consoleIcon } from './console-icons.ts';

/** A button that asks for a file: the browser's own speaks the browser's language, and is small for a finger. */
export const filePick = (words: string, accept: string, chosen: (event: Event) => void): TemplateResult =>
  html`<div class="pick">
    <input id="file" type="file" accept=${accept} aria-label=${words} @change=${chosen} />
    <span class="button confirm" aria-hidden="true">${consoleIcon('plus')}${words}</span>
  </div>`;
