import { svg, type SVGTemplateResult } from 'lit';

const stroke = (inner: SVGTemplateResult): SVGTemplateResult => svg`
  <svg viewBox="0 0 64 64" fill="none" stroke="currentColor" stroke-width="3.4" stroke-linecap="round"
    stroke-linejoin="round" aria-hidden="true">${inner}</svg>`;

/** A terminal that stands, with a finger's place on it. */
export const kioskIcon = stroke(svg`
  <rect x="18" y="5" width="28" height="40" rx="4" /><path d="M32 45v12M21 58h22" />
  <circle cx="32" cy="27" r="6" /><path d="M26 13h12" />`);

/** A television on the wall. */
export const screenIcon = stroke(svg`
  <rect x="6" y="12" width="52" height="33" rx="4" /><path d="M24 53h16M18 24h16M18 33h26" />`);

/** A console: rows that somebody fills in. */
export const staffIcon = stroke(svg`
  <rect x="11" y="8" width="42" height="48" rx="5" /><path d="M21 22l3 3 6-6M36 22h8M21 36l3 3 6-6M36 36h8M21 48h23" />`);
