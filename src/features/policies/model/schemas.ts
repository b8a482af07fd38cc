import {
  Policy,
  PolicyApproveArgs,
  PolicyHouse,
  PolicyProposal,
  PolicyRestoreArgs,
  PolicySaveArgs,
  PolicySendBackArgs,
  PolicyTakeBackArgs,
  PolicyTwoPairsArgs,
  PolicyWithdrawArgs,
  PolicyWithdrawn,
} from './policy.schema.ts';

/** The schema of each kind of row and of each change's arguments. For the hub and tests: browsers never load typebox. */
export const policiesSchemas = {
  rows: {
    policy: Policy,
    policyHouse: PolicyHouse,
    policyProposal: PolicyProposal,
    policyWithdrawn: PolicyWithdrawn,
  },
  args: {
    'policy.approve': PolicyApproveArgs,
    'policy.restore': PolicyRestoreArgs,
    'policy.save': PolicySaveArgs,
    'policy.sendBack': PolicySendBackArgs,
    'policy.takeBack': PolicyTakeBackArgs,
    'policy.twoPairs': PolicyTwoPairsArgs,
    'policy.withdraw': PolicyWithdrawArgs,
  },
} as const;
