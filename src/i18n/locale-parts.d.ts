/** Sections of a locale: see src/setup/locale-parts.mjs. */
declare module '*=staff' {
  const texts: import('./texts.ts').Texts;
  export default texts;
}
