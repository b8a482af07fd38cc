import type { Role } from '../../../kernel/mutation.ts';

/** In the order in which a centre is told of them. */
export const ROLES = ['manager', 'canteen', 'leader', 'advisor', 'viewer'] as const satisfies readonly Role[];

/** A role by its word; null where it is none. */
export const roleOf = (word: string): Role | null => ROLES.find((role) => role === word) ?? null;
