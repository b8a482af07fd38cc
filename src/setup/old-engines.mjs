/**
 * A Vite plugin that reads what the build made and stops it when a page for kiosks and screens would not start in
 * Chromium 79: on such a set the glass stays black with nothing in any log. A console is promised for browsers of the last two
 * years; what stands in an office is older now and then, so it does nothing that is not there in 80, nor looks as 86 cannot show it.
 */

/**
 * The newest Chromium that a page may ask for, by what it does and by how it looks.
 * @typedef {{ code: number, style: number }} Floor
 */

/** @type {Floor} */
const GLASS = { code: 79, style: 79 };
/** @type {Floor} */
const CONSOLE = { code: 80, style: 86 };

/** The Chromium that brought what is named; none can be told where it is not said. @param {string} what */
const since = (what) => Number(/\((\d+)\)$/.exec(what)?.[1] ?? Infinity);

/**
 * A node of ESTree. Its fields are looked at one by one: what else it holds is nobody's business here.
 * @typedef {{ type: string, start: number, end: number } & Record<string, any>} Node
 */

/**
 * Syntax newer than Chromium 79, by ESTree node.
 * @type {Record<string, (node: Node) => string | false>}
 */
const newSyntax = {
  ChainExpression: () => 'optional chaining (80)',
  LogicalExpression: (node) => node.operator === '??' && 'the ?? operator (80)',
  AssignmentExpression: (node) => /^(\?\?|&&|\|\|)=$/.test(node['operator']) && 'logical assignment (85)',
  StaticBlock: () => 'a static block (94)',
  ImportExpression: (node) => node['options'] != null && 'import attributes (123)',
  ImportDeclaration: (node) => node['attributes']?.length > 0 && 'import attributes (123)',
  BinaryExpression: (node) => node.left.type === 'PrivateIdentifier' && 'a private brand check (91)',
  MethodDefinition: (node) => node.key.type === 'PrivateIdentifier' && 'a private method (84)',
  AccessorProperty: () => 'an accessor field',
  Literal: (node) => node.regex != null && /[dv]/.test(node.regex.flags) && 'a regular expression flag (90)',
};

/**
 * Calls of methods by names that hardly anything else has; the number is the Chromium that brought them.
 * @type {Record<string, number>}
 */
const newMethods = {
  replaceAll: 85,
  replaceChildren: 86,
  findLast: 97,
  findLastIndex: 97,
  toSorted: 110,
  toReversed: 110,
  toSpliced: 110,
  hasOwn: 93,
  groupBy: 117,
  withResolvers: 119,
  randomUUID: 92,
  checkVisibility: 105,
  fromAsync: 121,
  isSubsetOf: 122,
  isSupersetOf: 122,
  isDisjointFrom: 122,
  symmetricDifference: 122,
  isWellFormed: 111,
  toWellFormed: 111,
  showPopover: 114,
  togglePopover: 114,
  hidePopover: 114,
  setHTMLUnsafe: 124,
  startViewTransition: 111,
  waitAsync: 87,
  roundRect: 99,
  createConicGradient: 99,
  isContextLost: 99,
  getAnimations: 84,
  commitStyles: 84,
  postTask: 94,
};

/**
 * What hangs on an object that is older than it.
 * @type {Record<string, number>}
 */
const newParts = {
  'AbortSignal.any': 116,
  'AbortSignal.timeout': 103,
  'Intl.DisplayNames': 81,
  'Intl.DurationFormat': 129,
  'Intl.Segmenter': 87,
  'Promise.any': 85,
  'Promise.try': 128,
  'Response.json': 105,
  'Symbol.dispose': 134,
  'URL.canParse': 120,
  'URL.parse': 126,
};

/**
 * Globals that may be used only behind a `typeof` or a capability; here: not called by their bare name.
 * @type {Record<string, number>}
 */
const newGlobals = {
  structuredClone: 98,
  WeakRef: 84,
  FinalizationRegistry: 84,
  AggregateError: 85,
  URLPattern: 95,
  CompressionStream: 80,
  DecompressionStream: 80,
  reportError: 95,
  BarcodeDetector: 83,
};

/**
 * Style that an old engine drops without a word: one declaration, or with a selector it does not know the whole rule.
 * What is newer and only adds a grace (`text-wrap`, `accent-color`) is no fault.
 * @type {[RegExp, string][]}
 */
const newStyle = [
  [/[;{]\s*inset(-inline|-block)?(-start|-end)?\s*:/, 'inset (87)'],
  [/[;{]\s*(margin|padding|border)-(inline|block)\s*:/, 'a logical shorthand (87)'],
  [/[;{]\s*aspect-ratio\s*:/, 'aspect-ratio (88)'],
  [/[;{]\s*(translate|rotate|scale)\s*:/, 'translate, rotate or scale as a property (104)'],
  [/[;{]\s*appearance\s*:/, 'appearance without its prefix (84)'],
  [/[;{]\s*mask(-image|-size|-position|-repeat)?\s*:/, 'mask without its prefix (120)'],
  [/[;{]\s*overflow(-x|-y)?\s*:\s*clip\b/, 'overflow: clip (90)'],
  [/:\s*revert(-layer)?\s*[;}]/, 'revert (84)'],
  [/:(is|where)\(/, ':is or :where (88)'],
  [/:has\(/, ':has (105)'],
  // Taken away where it is not visible: an engine that does not know it keeps the outline.
  [/(?<!:not\():focus-visible/, ':focus-visible (86)'],
  [/:not\([^()]*,/, 'a list in :not (88)'],
  [/:(modal|popover-open|user-valid|user-invalid|dir\()/, 'a selector newer than 100'],
  [/::marker\b/, '::marker (86)'],
  [
    /@container|@layer|@scope|@starting-style|container-type\s*:|\dcq(w|h|i|b|min|max)\b/,
    'container queries, layers or scopes',
  ],
  [/@media[^{]*[(\s\d](<|>)=?/, 'a range in a media query (104)'],
  [/@property\b/, '@property (85)'],
  [/\d(dvh|svh|lvh|dvw|svw|lvw|dvmin|dvmax)\b/, 'dvh (108)'],
  [/\d(lh|rlh|cap|rex|ric)\b/, 'the unit lh (109)'],
  [/\b(color-mix|oklch|oklab|lch|lab|light-dark|color)\(/, 'a colour function (111)'],
  [/\b(round|mod|rem|sin|cos|tan|atan2|hypot|abs|sign)\([^)]*\)/, 'a mathematical function (111)'],
  [/:\s*image-set\(/, 'image-set without its prefix (113)'],
  [/[{;}]\s*&/, 'nested rules (112)'],
  [/\bsubgrid\b/, 'subgrid (117)'],
];

/** A block of declarations that sets a gap and is a flex box: the gap came with 84, a grid's is older. */
const flexGap =
  /\{(?=[^{}]*\bdisplay\s*:\s*(inline-)?flex\b)(?=(?:[^{}]*[;\s])?(row-|column-)?gap\s*:)[^{}]*\}/;

/** An `@supports` with its rules, and those within a query there. */
const behindSupports = /@supports[^{]*\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}/g;

/**
 * What style asks of an engine newer than that one. What stands behind an `@supports` has a fallback.
 * @param {string} style @returns {string | undefined}
 */
export function styleTooNew(style, floor = GLASS.style) {
  const text = style.replace(/\/\*[^]*?\*\//g, '').replace(behindSupports, '');
  const known = newStyle.find(([pattern, what]) => since(what) > floor && pattern.test(text));
  return known?.[1] ?? (floor < 84 && flexGap.test(text) ? 'gap in a flex box (84)' : undefined);
}

/**
 * Every node of a tree, parents first.
 * @param {unknown} node @returns {Generator<Node>}
 */
export function* nodes(node) {
  if (Array.isArray(node)) {
    for (const one of node) yield* nodes(one);
  } else if (node !== null && typeof node === 'object') {
    if (isNode(node)) yield node;
    for (const value of Object.values(node)) yield* nodes(value);
  }
}

/** @param {object} value @returns {value is Node} */
const isNode = (value) => 'type' in value && typeof value.type === 'string' && 'start' in value;

/**
 * What a node asks of an engine newer than Chromium 79, or false.
 * @param {Node} node @param {Floor} floor @returns {string | false}
 */
function ask(node, floor) {
  const syntax = newSyntax[node.type]?.(node);
  if (syntax) return syntax;
  const isCall = node.type === 'CallExpression' || node.type === 'NewExpression';
  if (isCall && node['callee'].type === 'MemberExpression' && !node['callee'].computed) {
    const { object, property } = node['callee'];
    const part = `${object.name}.${property.name}`;
    if (Object.hasOwn(newParts, part)) return `${part} (${newParts[part]})`;
    // Other things have an `at` of their own; counting from the end is the array's.
    if (property.name === 'at' && node['arguments'][0]?.type === 'UnaryExpression') return '.at(-n) (92)';
    if (Object.hasOwn(newMethods, property.name)) return `.${property.name}() (${newMethods[property.name]})`;
    // An option that is not known is passed over: the listener would never be taken away.
    const has = (/** @type {Node} */ one) => one['key']?.name === 'signal';
    if (property.name === 'addEventListener' && node['arguments'][2]?.properties?.some(has))
      return 'a signal for a listener (88)';
  }
  if (isCall && node['callee'].type === 'Identifier') {
    if (Object.hasOwn(newGlobals, node.callee.name))
      return `${node.callee.name} (${newGlobals[node.callee.name]})`;
  }
  if (node.type === 'TemplateLiteral') {
    // What is put in between is a value, or part of a name: the style around it is one text.
    const style = styleTooNew(
      node['quasis'].map((/** @type {Node} */ one) => one['value'].raw).join('0'),
      floor.style,
    );
    return style !== undefined && `style in a template: ${style}`;
  }
  return false;
}

/**
 * What is too new in one script, each with a little of its surroundings.
 * @param {unknown} program @param {string} code
 */
export function tooNew(program, code, floor = GLASS) {
  const found = [];
  for (const node of nodes(program)) {
    const what = ask(node, floor);
    if (what && (what.startsWith('style') || since(what) > floor.code))
      found.push(`${what} near “${code.slice(Math.max(0, node.start - 30), node.start + 50)}”`);
  }
  return found;
}

/**
 * The chunks a page can come to load, through static and dynamic imports.
 * @param {import('rolldown').OutputBundle} bundle @param {readonly string[]} entries
 */
function reachable(bundle, entries) {
  /** @type {import('rolldown').OutputChunk[]} */
  const chunks = [];
  /** @type {Set<string>} */
  const seen = new Set();
  /** @param {string} name */
  const walk = (name) => {
    const chunk = bundle[name];
    if (seen.has(name) || chunk?.type !== 'chunk') return;
    seen.add(name);
    chunks.push(chunk);
    [...chunk.imports, ...chunk.dynamicImports].forEach(walk);
  };
  entries.forEach(walk);
  return chunks;
}

/**
 * @param {{ consoles: readonly string[] }} options entries, and workers, that only a console opens
 * @returns {import('vite').Plugin}
 */
export function oldEngines({ consoles }) {
  return {
    name: 'leling-old-engines',
    apply: 'build',
    enforce: 'post',
    generateBundle(_options, bundle) {
      /** @param {boolean} isConsole */
      const chunks = (isConsole) =>
        reachable(
          bundle,
          Object.values(bundle).flatMap((one) =>
            one.type === 'chunk' && one.isEntry && consoles.includes(one.name) === isConsole
              ? [one.fileName]
              : [],
          ),
        );
      const onGlass = chunks(false);
      const faults = [...new Set([...onGlass, ...chunks(true)])].flatMap((chunk) =>
        tooNew(this.parse(chunk.code), chunk.code, onGlass.includes(chunk) ? GLASS : CONSOLE).map(
          (fault) => `${chunk.fileName}: ${fault}`,
        ),
      );
      for (const one of Object.values(bundle)) {
        if (one.type !== 'asset') continue;
        const text = String(one.source);
        if (one.fileName.endsWith('.css')) {
          const style = styleTooNew(text);
          if (style !== undefined) faults.push(`${one.fileName}: ${style}`);
        }
        // A worker is built apart and comes as a file, under its name.
        if (one.fileName.endsWith('.js')) {
          const floor = consoles.some((name) => one.fileName.includes(`/${name}-`)) ? CONSOLE : GLASS;
          faults.push(...tooNew(this.parse(text), text, floor).map((fault) => `${one.fileName}: ${fault}`));
        }
      }
      if (faults.length > 0) this.error(`Old engines would not run this build:\n  ${faults.join('\n  ')}`);
    },
  };
}
