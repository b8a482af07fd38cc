import { nodes } from './old-engines.mjs';

/**
 * A Vite plugin that takes the line breaks, indents and comments out of Lit's templates: written for whoever reads the
 * source, they would be a fifteenth of what a face loads before its first paint.
 * @returns {import('vite').Plugin}
 */
export function smallTemplates() {
  return {
    name: 'leling-small-templates',
    apply: 'build',
    enforce: 'pre',
    transform: {
      filter: { id: /\/src\/[^?]+\.ts$/, code: /\b(css|html|svg)`/ },
      handler(code) {
        return { code: withSmallTemplates(code, this.parse(code, { lang: 'ts' })), map: null };
      },
    },
  };
}

/** @type {Readonly<Record<string, (text: string) => string>>} */
const smaller = { css: smallCss, html: smallMarkup, svg: smallMarkup };

/** @param {string} code @param {unknown} program */
function withSmallTemplates(code, program) {
  /** @type {{ at: number, raw: string, shrink: (text: string) => string }[]} */
  const parts = [];
  for (const node of nodes(program)) {
    const shrink = node.type === 'TaggedTemplateExpression' ? smaller[node['tag'].name] : undefined;
    if (shrink === undefined) continue;
    for (const { start, value } of node['quasi'].quasis) {
      // Parsers differ in whether a part's place includes the mark before it.
      if (value.raw !== '') parts.push({ at: code.indexOf(value.raw, start), raw: value.raw, shrink });
    }
  }
  parts.sort((a, b) => a.at - b.at);
  let small = '';
  let from = 0;
  for (const { at, raw, shrink } of parts) {
    small += code.slice(from, at) + shrink(raw);
    from = at + raw.length;
  }
  return small + code.slice(from);
}

/**
 * A style sheet, or a part of one, that says the same in fewer characters.
 * @param {string} text
 */
export function smallCss(text) {
  return text
    .replace(/\/\*[^]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replace(/: /g, ':')
    .replace(/;}/g, '}');
}

/**
 * Markup whose breaks and indents have become one space each: between words and between elements that is the same.
 * @param {string} text
 */
export function smallMarkup(text) {
  return text.replace(/\s*\n\s*/g, ' ');
}
