import { svg, type SVGTemplateResult } from 'lit';

/*
 * Dishes drawn for where there is no photo: flat, warm, with a dark edge so that they stand on paper and on night.
 * One sheet is 72 by 72. Colours are the food's own.
 */

const EDGE = '#6B4A2B';

const plate = svg`<ellipse cx="36" cy="49" rx="33" ry="17" fill="#C9B690"/>
  <ellipse cx="36" cy="46" rx="33" ry="17" fill="#FFFDF8" stroke="#8A7B66" stroke-width="1.6"/>
  <ellipse cx="36" cy="46" rx="25" ry="11.5" fill="#F4E9D2"/>`;

const bowl = (glaze: string, inside: SVGTemplateResult): SVGTemplateResult =>
  svg`<path d="M26 63h20v4H26z" fill="${glaze}"/>
  <path d="M4 34h64c0 19-12 31-32 31S4 53 4 34z" fill="${glaze}"/>
  <path d="M7 46c14 6 44 6 58 0" fill="none" stroke="#FFF6E3" stroke-width="2.4" opacity="0.75"/>
  <ellipse cx="36" cy="34" rx="32" ry="11" fill="#FFFDF8" stroke="#8A7B66" stroke-width="1.6"/>${inside}`;

const steam = svg`<path d="M26 18c-4-5 4-7 0-13M36 18c-4-5 4-7 0-13M46 18c-4-5 4-7 0-13" fill="none" stroke="#B59F77"
  stroke-width="2.6" stroke-linecap="round"/>`;

const cube = (x: number, y: number): SVGTemplateResult =>
  svg`<g transform="translate(${x} ${y})"><path d="M0 4 8 0l9 3v10l-9 5-8-4z" fill="#8A3A1E" stroke="#5E2410" stroke-width="1.2" stroke-linejoin="round"/>
  <path d="M0 4 8 0l9 3-9 5z" fill="#C8693F"/><path d="M.4 8.6 8 12l8.6-4.6" fill="none" stroke="#F3CFA4" stroke-width="2.6"/></g>`;

const tofuCube = (x: number, y: number): SVGTemplateResult =>
  svg`<g transform="translate(${x} ${y})"><path d="M0 4 8 0l9 3v9l-9 5-8-4z" fill="#EBDDBD" stroke="#A98F5F" stroke-width="1.2" stroke-linejoin="round"/>
  <path d="M0 4 8 0l9 3-9 5z" fill="#FFF9E9"/></g>`;

const leaf = (x: number, y: number, turn: number): SVGTemplateResult =>
  svg`<g transform="translate(${x} ${y}) rotate(${turn})"><path d="M0 0c-9-4-11-17-1-23 10 5 11 18 1 23z" fill="#3F8A4B" stroke="#235C31" stroke-width="1.2"/>
  <path d="M0 10V-14" stroke="#DDEBC3" stroke-width="2.4" stroke-linecap="round"/></g>`;

const bun = (x: number, y: number): SVGTemplateResult =>
  svg`<g transform="translate(${x} ${y})"><path d="M-13 8c-2-12 5-18 13-18s15 6 13 18c-6 4-20 4-26 0z" fill="#FFF9EC" stroke="#A98F5F" stroke-width="1.5"/>
  <path d="M0-10c-1 3-1 5 0 8M0-9c-4 2-6 4-8 8M0-9c4 2 6 4 8 8" fill="none" stroke="#C9B083" stroke-width="1.6" stroke-linecap="round"/></g>`;

const drawings = {
  meat: svg`${plate}${cube(14, 33)}${cube(40, 33)}${cube(27, 39)}${cube(26, 24)}
    <path d="M17 52l6-3M50 53l6-3M38 22l5-4M33 60l5-2" stroke="#4E9A57" stroke-width="2.4" stroke-linecap="round"/>`,
  fish: svg`${plate}<path d="M10 44c8-14 28-17 42-5 3-3 7-6 12-7-2 5-2 12 0 18-5-1-9-4-12-7-14 12-34 12-42 1z" fill="#C9CFC4" stroke="#5F6B64" stroke-width="1.5" stroke-linejoin="round"/>
    <path d="M12 46c10 8 28 8 40-2" fill="none" stroke="#FFFDF8" stroke-width="3" opacity="0.8"/>
    <circle cx="18" cy="42" r="2.2" fill="#221C15"/><path d="M25 36c2 4 2 8 0 13" fill="none" stroke="#5F6B64" stroke-width="1.5"/>
    <path d="M30 35l7 9M37 34l6 10M44 36l3 8" stroke="#7F8B83" stroke-width="1.6" stroke-linecap="round"/>
    <path d="M28 30l16 4M32 27l14 6M26 34l14 2" stroke="#4E9A57" stroke-width="2.2" stroke-linecap="round"/><path d="M38 29l8 1" stroke="#C23B22" stroke-width="2.2" stroke-linecap="round"/>`,
  egg: svg`${plate}<g transform="rotate(-14 26 40)"><ellipse cx="26" cy="40" rx="12" ry="15" fill="#E9B98A" stroke="#8F5E33" stroke-width="1.4"/>
    <path d="M19 35c1-4 3-6 6-7" fill="none" stroke="#FFE7CC" stroke-width="2.6" stroke-linecap="round"/></g>
    <g transform="rotate(16 48 42)"><ellipse cx="48" cy="42" rx="12.5" ry="15.5" fill="#FFFDF6" stroke="#A98F5F" stroke-width="1.4"/>
    <circle cx="48" cy="44" r="7.4" fill="#F0A92B" stroke="#C37F12" stroke-width="1.2"/><path d="M44 42c1-2 2-3 4-3" fill="none" stroke="#FFE09A" stroke-width="2.2" stroke-linecap="round"/></g>
    <path d="M31 57l5-2M37 58l4 1" stroke="#4E9A57" stroke-width="2.4" stroke-linecap="round"/>`,
  greens: svg`${plate}${leaf(22, 46, -62)}${leaf(50, 46, 62)}${leaf(28, 45, -30)}${leaf(45, 45, 30)}${leaf(36, 44, 0)}
    <path d="M20 53l6 1M46 54l6-1M35 56h5" stroke="#FFF6E3" stroke-width="2.6" stroke-linecap="round"/>`,
  tofu: svg`${plate}<ellipse cx="36" cy="46" rx="25" ry="11.5" fill="#B4552C"/>${tofuCube(15, 36)}${tofuCube(39, 35)}${tofuCube(27, 42)}${tofuCube(27, 27)}
    <path d="M20 35l4-2M46 34l4-1M34 26l4-2M36 42l4-1M44 52l4-1" stroke="#4E9A57" stroke-width="2.4" stroke-linecap="round"/>`,
  soup: svg`${steam}${bowl(
    '#1F5443',
    svg`<ellipse cx="36" cy="34" rx="27" ry="8" fill="#E9B662"/><path d="M20 33c5-4 9-3 12 0-4 3-8 3-12 0z" fill="#FBE7B2"/>
    <path d="M40 36c3-4 10-4 13-1-3 3-9 4-13 1z" fill="#CF4527"/><path d="M33 30l5-1M28 38l5 1M45 30l4 1" stroke="#3F8A4B" stroke-width="2.4" stroke-linecap="round"/>`,
  )}`,
  rice: svg`${bowl(
    '#9A2D18',
    svg`<path d="M7 33c2-14 14-23 29-23s27 9 29 23c-8 8-50 8-58 0z" fill="#FFFEFA" stroke="#B7A67F" stroke-width="1.5"/>
    <path d="M20 27l3-2M30 19l3 1M41 22l3-2M50 28l3 1M27 32l3 1M38 31l3-2M44 15l2 2M34 26l2 2M15 32l3-1M55 33l2-1" stroke="#C9B98F" stroke-width="2" stroke-linecap="round"/>`,
  )}`,
  noodles: svg`${bowl(
    '#9A2D18',
    svg`<ellipse cx="36" cy="34" rx="27" ry="8" fill="#C9783A"/>
    <path d="M12 34c6-8 12-8 16-1s11 7 15 0 11-7 16 0M15 37c6-6 10-5 14 0s10 4 14 0 9-4 13 0M18 30c5-4 9-3 12 1s9 3 12-1 8-3 11 0" fill="none" stroke="#F8DC9A" stroke-width="2.8" stroke-linecap="round"/>
    <path d="M22 33l5-2M46 38l5-1" stroke="#3F8A4B" stroke-width="2.6" stroke-linecap="round"/>`,
  )}<path d="M44 33 62 4M50 34 68 8" stroke="${EDGE}" stroke-width="3.2" stroke-linecap="round"/>`,
  bun: svg`<path d="M6 44h60v12c0 6-13 10-30 10S6 62 6 56z" fill="#C98F4C" stroke="${EDGE}" stroke-width="1.5"/>
    <ellipse cx="36" cy="44" rx="30" ry="10" fill="#E9C78B" stroke="${EDGE}" stroke-width="1.5"/>
    <path d="M6 52c10 8 50 8 60 0" fill="none" stroke="${EDGE}" stroke-width="1.5"/><path d="M18 50v12M54 50v12M36 54v12" stroke="${EDGE}" stroke-width="1.5"/>
    ${bun(36, 26)}${bun(22, 36)}${bun(50, 36)}`,
  porridge: svg`${steam}${bowl(
    '#8A5A2B',
    svg`<ellipse cx="36" cy="34" rx="27" ry="8" fill="#F6E6BE"/><path d="M16 35c8 4 32 4 40 0" fill="none" stroke="#DDC48C" stroke-width="2"/>
    <ellipse cx="28" cy="33" rx="4.4" ry="2.6" fill="#A3311B"/><ellipse cx="43" cy="35" rx="4.4" ry="2.6" fill="#A3311B"/><ellipse cx="37" cy="30" rx="3.6" ry="2.1" fill="#C8612A"/>`,
  )}`,
  fruit: svg`${plate}<path d="M20 28c-10 0-12 10-8 18 3 6 8 8 12 6 5 2 11-1 13-8 3-9-2-17-11-16-2 0-4 1-6 0z" fill="#C23B22" stroke="#7D1F0E" stroke-width="1.4"/>
    <path d="M24 28c0-5 1-8 4-10" fill="none" stroke="${EDGE}" stroke-width="2.4" stroke-linecap="round"/><path d="M27 23c4-4 8-4 10-3-1 4-5 6-10 3z" fill="#3F8A4B"/>
    <path d="M16 35c-1 4 0 7 1 9" fill="none" stroke="#F2A08E" stroke-width="2.6" stroke-linecap="round"/>
    <circle cx="49" cy="42" r="13" fill="#EE9A2E" stroke="#A85F0C" stroke-width="1.4"/><path d="M46 30c2-3 6-3 8-2-1 3-5 4-8 2z" fill="#3F8A4B"/>
    <path d="M42 38c1-3 3-5 5-5" fill="none" stroke="#FFD79B" stroke-width="2.6" stroke-linecap="round"/>`,
} as const;

type DishDrawing = keyof typeof drawings;

/** What a dish looks like. It says nothing to those who listen: the name beside it does. */
export const dishDrawing = (name: DishDrawing): SVGTemplateResult =>
  svg`<svg viewBox="0 0 72 72" aria-hidden="true" focusable="false">${drawings[name]}</svg>`;
