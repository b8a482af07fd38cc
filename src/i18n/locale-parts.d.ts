/** Sections of a locale's file: sections in sections, texts at their ends. */
interface LocaleSections {
  readonly [key: string]: string | LocaleSections;
}

// One a name that is asked for: see src/setup/locale-parts.mjs.
declare module '*?only=common' {
  const texts: LocaleSections;
  export default texts;
}
declare module '*?only=kiosk' {
  const texts: LocaleSections;
  export default texts;
}
declare module '*?only=kioskPages' {
  const texts: LocaleSections;
  export default texts;
}
declare module '*?only=exercise' {
  const texts: LocaleSections;
  export default texts;
}
declare module '*?only=screen' {
  const texts: LocaleSections;
  export default texts;
}
declare module '*?only=boards' {
  const texts: LocaleSections;
  export default texts;
}
declare module '*?only=staff' {
  const texts: LocaleSections;
  export default texts;
}
declare module '*?only=members' {
  const texts: LocaleSections;
  export default texts;
}
declare module '*?only=policyDesk' {
  const texts: LocaleSections;
  export default texts;
}
declare module '*?only=front,selfCheck' {
  const texts: LocaleSections;
  export default texts;
}
declare module '*?only=come' {
  const texts: LocaleSections;
  export default texts;
}
declare module '*?only=panel' {
  const texts: LocaleSections;
  export default texts;
}
declare module '*?only=healed' {
  const texts: LocaleSections;
  export default texts;
}
declare module '*?only=pairing,trouble' {
  const texts: LocaleSections;
  export default texts;
}
declare module '*?only=rescue' {
  const texts: LocaleSections;
  export default texts;
}
declare module '*?only=sheets' {
  const texts: LocaleSections;
  export default texts;
}
declare module '*?only=noticeTemplates' {
  const texts: LocaleSections;
  export default texts;
}
