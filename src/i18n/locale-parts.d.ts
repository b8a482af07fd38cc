/** Sections of a locale: see src/setup/locale-parts.mjs. */
declare module '*.json?without=staff' {
  const texts: import('./texts.ts').Texts;
  export default texts;
}
declare module '*.json?only=staff' {
  const texts: import('./texts.ts').Texts;
  export default texts;
}
