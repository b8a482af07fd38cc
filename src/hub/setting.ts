/** A setting of the environment; empty is as none. */
export const setting = (name: string): string | undefined => process.env[name] || undefined;
