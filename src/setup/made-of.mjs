/**
 * What a file of the build loads with it and may load later, and its modules with their lengths before they are made small.
 * Only the lengths against each other say something.
 * @typedef {{ imports: readonly string[], later: readonly string[], css: readonly string[], modules: Record<string, number> }} MadeOf
 */

/**
 * A Vite plugin that notes beside the build what each of its files is made of: when a face has grown over its budget,
 * the test that says so names what weighs in it.
 * @param {(text: string) => void} write
 * @returns {import('vite').Plugin}
 */
export function madeOf(write) {
  return {
    name: 'leling-made-of',
    apply: 'build',
    // After Vite has put its style sheets with the chunks.
    enforce: 'post',
    writeBundle(_options, bundle) {
      /** @type {Record<string, MadeOf>} */
      const files = {};
      for (const one of Object.values(bundle)) {
        if (one.type !== 'chunk') continue;
        const modules = Object.entries(one.modules).map(([id, { renderedLength }]) => [id, renderedLength]);
        files[one.fileName] = {
          imports: one.imports,
          later: one.dynamicImports,
          css: [...(one.viteMetadata?.importedCss ?? [])],
          modules: Object.fromEntries(modules),
        };
      }
      write(JSON.stringify(files));
    },
  };
}
