import { css, html, type TemplateResult } from 'lit';
import { t } from '../../i18n/index.ts';
import { consoleIcon } from './console-icons.ts';

/** For an element that is one such line, and is not there while nothing waits; with `buttonStyles` and `messageStyles`. */
export const waitsStyles = css`
  :host(:not([hidden])) {
    display: block;
    margin-bottom: 0.75rem;
  }
  span {
    display: inline-flex;
    gap: 0.5rem;
    align-items: center;
  }
`;

/** Says what waits for whoever looks, and leads to where it is: mostly behind 更多. */
export const waitsNote = (words: string, where = '#more'): TemplateResult =>
  html`<p class="note warn">
    <span>${consoleIcon('warning')}${words}</span>
    <a class="button" href=${where}>${t('staff.sync.look')}</a>
  </p>`;
