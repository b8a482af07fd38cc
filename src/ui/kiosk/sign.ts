import { html, svg } from 'lit';
import { icon, type IconName } from '../common/icons.ts';

/** What a page of one sentence is under, to be known from afar: ✓, a bell. Its words say the same. */
export const sign = (name: IconName, tone = '') =>
  html`<svg class="sign ${tone}" viewBox="0 0 88 95" aria-hidden="true">
    ${svg`<circle cx="44" cy="44" r="44" />${icon(name)}`}
  </svg>`;
