/**
 * Every kind of row there is, with its shape. Empty here: each noun adds its own where it declares itself
 * (`declare module` in `features/NOUN/model/noun.ts`), so that what stands on the kernel has their types and the kernel
 * knows no noun. `features/registry.ts` does not compile when a kind is added here and declared nowhere.
 */
// oxlint-disable-next-line typescript/no-empty-object-type
export interface Rows {}

export type Kind = keyof Rows & string;
export type RowOf<K extends Kind> = Rows[K];
