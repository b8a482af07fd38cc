/**
 * What a part that is loaded later needs besides: its styles, which are waited for, and the files it will ask for next.
 * One that did not come is asked for again the next time.
 */
const code = `
const seen = {};
const loaded = (file) => {
  const href = '/' + file;
  return (seen[href] = seen[href] || new Promise((done, failed) => {
    if (document.querySelector('link[href="' + href + '"]')) return done();
    const link = document.createElement('link');
    const isStyle = href.endsWith('.css');
    link.rel = isStyle ? 'stylesheet' : 'modulepreload';
    link.crossOrigin = '';
    link.href = href;
    link.onload = done;
    link.onerror = () => {
      delete seen[href];
      link.remove();
      failed(new Error(href));
    };
    document.head.append(link);
    if (!isStyle) done();
  }));
};
const preload = (load, files = []) => Promise.all(files.map(loaded)).then(load);
`;
/** The name that Vite's own has, which the pages ask for. */
const named = `${code}export { preload as __vitePreload };`;

/**
 * Puts a smaller helper in the place of Vite's own, which also serves nonces, bases and engines that no page of ours has: it
 * stands before the first paint of every page, and weighs half a kilobyte less.
 * @returns {import('vite').Plugin}
 */
export function smallPreload() {
  return {
    name: 'leling-small-preload',
    apply: 'build',
    enforce: 'pre',
    load: (id) => (id === '\0vite/preload-helper.js' ? { code: named, moduleType: 'js' } : null),
  };
}
