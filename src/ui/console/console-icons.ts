import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';

/** Line drawings on a 24 by 24 grid; always beside words, so hidden from those who listen. */
const paths = {
  today: svg`<circle cx="12" cy="12" r="4"/><path d="M12 3v2M12 19v2M3 12h2M19 12h2M5.6 5.6l1.5 1.5M16.9 16.9l1.5 1.5M18.4 5.6l-1.5 1.5M7.1 16.9l-1.5 1.5"/>`,
  menu: svg`<path d="M3 12h18a9 8 0 0 1-5 7.2V20H8v-.8A9 8 0 0 1 3 12zM9 8.5c1.3-1.3-1.3-2.4 0-4M14 8.5c1.3-1.3-1.3-2.4 0-4"/>`,
  activity: svg`<circle cx="12" cy="5" r="2.2"/><path d="M4 7.5l8 4 8-4M12 11.5V15l-4 6M12 15l4 6"/>`,
  screens: svg`<rect x="3" y="4.5" width="18" height="12" rx="2"/><path d="M9 20.5h6M12 16.5v4"/>`,
  picture: svg`<rect x="3" y="5" width="18" height="14" rx="2"/><circle cx="8.5" cy="10" r="1.6"/><path d="M4 18l5.5-5 3.5 3 3-2.5 4.5 4"/>`,
  more: svg`<circle cx="5" cy="12" r="1"/><circle cx="12" cy="12" r="1"/><circle cx="19" cy="12" r="1"/>`,
  check: svg`<path d="M5 12.5l4.5 4.5L19 7.5"/>`,
  clock: svg`<circle cx="12" cy="12" r="8.5"/><path d="M12 7v5l3.5 2"/>`,
  warning: svg`<path d="M12 4l9 16H3zM12 10v4.5M12 17.2v.1"/>`,
  silent: svg`<path d="M4 4l16 16M8.5 8.5A8 8 0 0 0 5 10.6M19 10.6a10 10 0 0 0-7-2.5M8 14a5.5 5.5 0 0 1 5-1.4M12 18.5v.1"/>`,
  other: svg`<path d="M4 8h13M13 4l4 4-4 4M20 16H7M11 12l-4 4 4 4"/>`,
  hand: svg`<path d="M7 12V6.5a1.5 1.5 0 0 1 3 0V11M10 10.5v-6a1.5 1.5 0 0 1 3 0v6M13 10.5v-5a1.5 1.5 0 0 1 3 0V12M16 9.5a1.5 1.5 0 0 1 3 0V15a6 6 0 0 1-6 6h-1a6 6 0 0 1-5-2.7l-3-4.6a1.6 1.6 0 0 1 2.6-1.8L7 13"/>`,
  up: svg`<path d="M12 19V5M6 11l6-6 6 6"/>`,
  down: svg`<path d="M12 5v14M6 13l6 6 6-6"/>`,
  plus: svg`<path d="M12 5v14M5 12h14"/>`,
  cross: svg`<path d="M6 6l12 12M18 6L6 18"/>`,
  play: svg`<path d="M7 4.5l12 7.5-12 7.5z"/>`,
  pause: svg`<path d="M8 5v14M16 5v14"/>`,
  stop: svg`<rect x="6" y="6" width="12" height="12" rx="1.5"/>`,
  kiosk: svg`<rect x="6" y="3" width="12" height="15" rx="2"/><path d="M10 21h4M12 18v3"/>`,
  person: svg`<circle cx="12" cy="8" r="4"/><path d="M4.5 20.5a7.5 7.5 0 0 1 15 0"/>`,
  people: svg`<circle cx="9" cy="8.5" r="3.5"/><path d="M2.5 20a6.5 6.5 0 0 1 13 0M16 5.2a3.5 3.5 0 0 1 0 6.6M18 14.6a6.5 6.5 0 0 1 3.5 5.4"/>`,
  policy: svg`<path d="M6 3h9l4 4v14H6zM15 3v4h4M9 12h7M9 16h7"/>`,
  numbers: svg`<path d="M4 20h16M7 20v-6M12 20V6M17 20v-9"/>`,
  sound: svg`<path d="M4 9.5v5h3.5L12 18.5v-13L7.5 9.5zM15.5 9a4.2 4.2 0 0 1 0 6M18 6.5a8 8 0 0 1 0 11"/>`,
  back: svg`<path d="M15 5l-7 7 7 7"/>`,
} satisfies Record<string, SVGTemplateResult>;

export type ConsoleIcon = keyof typeof paths;

/** One drawing, in the colour and size of the text around it. */
export const consoleIcon = (name: ConsoleIcon): TemplateResult =>
  html`<svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">${paths[name]}</svg>`;
