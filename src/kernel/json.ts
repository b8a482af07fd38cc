/** Any JSON value: what a row or an argument is on the wire, before its noun gives it its type. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
