/** Sections of a locale: see src/setup/locale-parts.mjs. */
declare module '*?only=common' {
  const texts: import('./texts.ts').Texts;
  export default texts;
}
declare module '*?only=kiosk' {
  const texts: import('./texts.ts').Texts;
  export default texts;
}
declare module '*?only=screen' {
  const texts: import('./texts.ts').Texts;
  export default texts;
}
declare module '*?only=staff' {
  const texts: import('./texts.ts').Texts;
  export default texts;
}
declare module '*?only=front,selfCheck' {
  const texts: import('./texts.ts').Texts;
  export default texts;
}
declare module '*?only=pairing,trouble' {
  const texts: import('./texts.ts').Texts;
  export default texts;
}
