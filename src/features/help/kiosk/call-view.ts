import { html, nothing, svg, type TemplateResult } from 'lit';
import { icon } from '../../../ui/common/icons.ts';
import type { Saying } from './call-words.ts';

/** One sign, one sentence, what to do, whom to ring; below it what can be pressed. */
export const callView = ({ sign, tone, title, words, numbers = [] }: Saying, ways: unknown): TemplateResult =>
  html`<div class="call" role="status">
      <svg class="sign ${tone}" viewBox="0 0 88 95" aria-hidden="true">
        ${svg`<circle cx="44" cy="44" r="44" />${icon(sign)}`}
      </svg>
      <h1>${title}</h1>
      <p>${words}</p>
      ${numbers.length === 0 ? nothing : html`<dl>${numbers.map(phone)}</dl>`}
    </div>
    <div class="ways">${ways}</div>`;

const phone = ({ whose, number }: NonNullable<Saying['numbers']>[number]): TemplateResult =>
  html`<div class="phone">
    <dt>${whose}</dt>
    <dd>${number}</dd>
  </div>`;
