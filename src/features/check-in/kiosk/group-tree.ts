import { svg } from 'lit';

/** More leaves than this nobody counts; the figure beside the tree does. */
const MOST_LEAVES = 80;
/** Each leaf this much further round the crown than the one before: so they lie evenly, whatever their number. */
const GOLDEN_ANGLE = 2.39996;
const CROWN = { x: 100, y: 62, width: 86, height: 52 };

/**
 * The group's tree: a leaf for each who has come today, the newest one in another shape of light. It says how many, and
 * of nobody who; to those who listen the words beside it say the same.
 */
export function groupTree(leaves: number) {
  const shown = Math.min(leaves, MOST_LEAVES);
  const all = Array.from({ length: shown }, (_, i) => leafAt(i, shown));
  return svg`<svg class="tree" viewBox="0 0 200 150" aria-hidden="true" focusable="false">
    <path d="M100 146C96 118 97 104 99 84M100 128C84 112 70 100 56 92M100 118C116 104 130 94 146 84M99 100C92 86 86 74 80 58M100 100C108 84 114 72 120 56"
      fill="none" stroke="currentColor" stroke-width="5" stroke-linecap="round"/>
    <path d="M60 147h80" stroke="currentColor" stroke-width="3" stroke-linecap="round"/>
    ${all.map(
      ({ x, y, turn }, i) =>
        svg`<path class=${i === shown - 1 ? 'leaf new' : 'leaf'} d="M0 8C-7 2-6-6 0-10 6-6 7 2 0 8z"
          transform=${`translate(${x} ${y}) rotate(${turn})${i === shown - 1 ? ' scale(1.7)' : ''}`}/>`,
    )}
  </svg>`;
}

function leafAt(i: number, of: number): { readonly x: number; readonly y: number; readonly turn: number } {
  const angle = i * GOLDEN_ANGLE;
  const far = Math.sqrt((i + 0.5) / Math.max(of, 12));
  return {
    x: Math.round(CROWN.x + Math.cos(angle) * far * CROWN.width),
    y: Math.round(CROWN.y + Math.sin(angle) * far * CROWN.height),
    turn: Math.round((angle * 180) / Math.PI) % 360,
  };
}
