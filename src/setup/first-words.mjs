import { readFileSync } from 'node:fs';
import { minify } from 'vite';
import { inRoot } from './paths.mjs';

const PLACE = '<!-- first-words -->';

/** @param {string} locale @returns {{ title: string, itself: string, ask: string }} */
const words = (locale) => JSON.parse(readFileSync(inRoot('locales', `${locale}.json`), 'utf8')).rescue;

/** One line of a drawing that is as large as the glass, in the middle. @param {number} y @param {number} size @param {string} text */
const line = (y, size, text) => `<text x="50" y="${y}" font-size="${size}">${text}</text>`;

/** As a drawing it needs no style sheet, which the page's policy would want in a file of its own. */
function drawing() {
  const [chinese, english] = [words('zh-CN'), words('en')];
  return `<div id="first-words" hidden><svg viewBox="0 0 100 50" width="96vw" height="92vh" text-anchor="middle" font-family="sans-serif" fill="#2B2620">
<rect x="-100" y="-100" width="300" height="300" fill="#F8F2E6"/>
${line(15, 8, chinese.title)}${line(23, 3.4, chinese.itself)}${line(28, 3.4, chinese.ask)}
<g lang="en">${line(37, 3, english.title)}${line(41, 2.1, english.itself)}${line(44.5, 2.1, english.ask)}</g></svg></div>`;
}

/**
 * Puts into a face's page the words that stand there until the face does, hidden at first, and the script that shows them
 * and starts the page anew (src/again.js).
 * @returns {import('vite').Plugin}
 */
export function firstWords() {
  return {
    name: 'leling-first-words',
    apply: 'build',
    async generateBundle() {
      const source = readFileSync(inRoot('src', 'again.js'), 'utf8');
      this.emitFile({ type: 'asset', fileName: 'again.js', source: (await minify('again.js', source)).code });
    },
    transformIndexHtml: (html) =>
      html.includes(PLACE)
        ? html
            .replace('</head>', '  <script src="/again.js" defer></script>\n  </head>')
            .replace(PLACE, drawing())
        : html,
  };
}
