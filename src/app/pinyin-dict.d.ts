// The package types what it exports; its table is part of it all the same, and pinned with it.
declare module 'pinyin-match/src/simplified_dict.js' {
  /** By syllable: the characters that are read so. */
  export const dict: Readonly<Record<string, string>>;
}
