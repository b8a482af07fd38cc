import { html, nothing, type TemplateResult } from 'lit';
import { sign as signOf } from '../../../ui/kiosk/sign.ts';
import type { Saying } from './call-words.ts';

/** One sign, one sentence, what to do, whom to ring; below it what can be pressed. */
export const callView = ({ sign, tone, title, words, numbers = [] }: Saying, ways: unknown): TemplateResult =>
  html`<div class="call" role="status">
      ${signOf(sign, tone)}
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
