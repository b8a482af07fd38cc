import { svg, type SVGTemplateResult } from 'lit';

/** Line drawings on a sheet of 88 by 88, in the colour of the text around them. */
const paths = {
  bowl: svg`<path d="M14 44h60c0 18-12 30-30 30S14 62 14 44zM30 32c-4-6 4-8 0-16M44 32c-4-6 4-8 0-16M58 32c-4-6 4-8 0-16"/>`,
  calendar: svg`<rect x="14" y="20" width="60" height="54" rx="8"/><path d="M14 38h60M30 12v14M58 12v14M32 55l8 8 16-16"/>`,
  person: svg`<circle cx="44" cy="17" r="9"/><path d="M44 28v26M44 36 20 24M44 36l24-12M44 54 28 77M44 54l16 23"/>`,
  talk: svg`<path d="M14 18h52a8 8 0 0 1 8 8v26a8 8 0 0 1-8 8H42L26 74V60H14z"/><path d="M30 35h30M30 46h18"/>`,
  house: svg`<path d="M12 42 44 16l32 26M22 36v38h44V36M36 74V54h16v20"/>`,
  heart: svg`<path d="M44 74S14 56 14 34c0-10 8-16 15-16 7 0 12 4 15 10 3-6 8-10 15-10 7 0 15 6 15 16 0 22-30 40-30 40z"/>`,
  back: svg`<path d="M38 20 14 44l24 24M16 44h58"/>`,
  forward: svg`<path d="m50 20 24 24-24 24M72 44H14"/>`,
  home: svg`<path d="M12 44 44 16l32 28M24 38v36h40V38"/>`,
  tick: svg`<path d="m16 46 20 20 38-42"/>`,
  bell: svg`<path d="M44 14c-14 0-22 10-22 24 0 18-8 22-8 26h60c0-4-8-8-8-26 0-14-8-24-22-24zM36 72c2 4 5 5 8 5s6-1 8-5"/>`,
  phone: svg`<path d="M26 14 16 22c-2 24 26 52 50 50l8-10-16-12-8 8c-8-3-17-12-20-20l8-8z"/>`,
  erase: svg`<path d="M30 20h44v48H30L12 44zM42 34l20 20M62 34 42 54"/>`,
  // The eight categories of the guideline
  care: svg`<path d="M16 40v30M16 52h56v18M72 52V40M28 52V32h12l10 12h22M22 22a6 6 0 1 0 .1 0"/>`,
  meals: svg`<path d="M16 50h56c0 14-10 24-28 24S16 64 16 50zM22 50c4-22 40-22 44 0M44 34v-8M40 20h8"/>`,
  medical: svg`<rect x="14" y="26" width="60" height="48" rx="8"/><path d="M32 26V16h24v10M44 38v24M32 50h24"/>`,
  health: svg`<path d="M44 74S14 56 14 34c0-10 8-16 15-16 7 0 12 4 15 10 3-6 8-10 15-10 7 0 15 6 15 16 0 22-30 40-30 40z"/><path d="M18 46h14l6-12 10 22 6-10h16"/>`,
  smart: svg`<rect x="26" y="12" width="36" height="64" rx="8"/><path d="M40 66h8M36 28h16M36 40h16"/>`,
  family: svg`<circle cx="30" cy="26" r="9"/><circle cx="60" cy="34" r="7"/><path d="M14 74V58c0-10 6-16 16-16s16 6 16 16v16M50 54c2-4 5-6 10-6 8 0 13 5 13 13v13"/>`,
  advisor: svg`<circle cx="44" cy="24" r="11"/><path d="M16 74c0-20 10-30 28-30s28 10 28 30M44 44v14M38 74l6-16 6 16"/>`,
  spirit: svg`<path d="M44 74V48M44 48c-14 0-22-8-22-22 14 0 22 8 22 22zM44 42c0-14 8-24 22-26 2 16-6 26-22 26zM26 74h36"/>`,
} as const;

export type IconName = keyof typeof paths;

/** An icon; it says nothing to those who listen, the words beside it do. */
export function icon(name: IconName): SVGTemplateResult {
  return svg`<svg viewBox="0 0 88 88" aria-hidden="true" focusable="false" fill="none" stroke="currentColor"
    stroke-width="5" stroke-linecap="round" stroke-linejoin="round">${paths[name]}</svg>`;
}
