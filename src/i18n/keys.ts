import type zhCN from '../../locales/zh-CN.json';

/** i18next writes plural forms as `key_other` (and `key_one` in English); the key that is asked for has no ending. */
type Plain<K extends string> = K extends `${infer Stem}_other` ? Stem : K;

type Paths<T> = {
  [K in keyof T & string]: T[K] extends string ? Plain<K> : `${K}.${Paths<T[K]>}`;
}[keyof T & string];

/** Every text there is, by its path in locales/zh-CN.json. A key that is not there does not compile. */
export type TKey = Paths<typeof zhCN>;

/** What is filled into `{{…}}`; `count` also chooses the plural form. */
export type TParams = Readonly<Record<string, string | number>>;
