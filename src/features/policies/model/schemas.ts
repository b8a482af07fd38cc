import { Policy, PolicySaveArgs } from './policy.schema.ts';

/** The schema of each kind of row and of each change's arguments. For the hub and tests: browsers never load typebox. */
export const policiesSchemas = {
  rows: {
    policy: Policy,
  },
  args: {
    'policy.save': PolicySaveArgs,
  },
} as const;
