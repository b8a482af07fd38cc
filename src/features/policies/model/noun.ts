import type { Static } from 'typebox';
import { defineNoun, standing } from '../../../kernel/noun.ts';
import { readTexts } from './policy-texts.ts';
import { policyRestore, policySave, policyWithdraw } from './policy.mutations.ts';
import type { Policy, PolicyHouse, PolicyProposal, PolicyWithdrawn } from './policy.schema.ts';
import { policyApprove, policySendBack, policyTakeBack, policyTwoPairs } from './proposal.mutations.ts';

declare module '../../../kernel/rows.ts' {
  interface Rows {
    policy: Static<typeof Policy>;
    policyHouse: Static<typeof PolicyHouse>;
    policyProposal: Static<typeof PolicyProposal>;
    policyWithdrawn: Static<typeof PolicyWithdrawn>;
  }
}
declare module '../../../kernel/mutation.ts' {
  interface Mutations {
    'policy.approve': typeof policyApprove;
    'policy.restore': typeof policyRestore;
    'policy.save': typeof policySave;
    'policy.sendBack': typeof policySendBack;
    'policy.takeBack': typeof policyTakeBack;
    'policy.twoPairs': typeof policyTwoPairs;
    'policy.withdraw': typeof policyWithdraw;
  }
}

export const policies = defineNoun({
  rows: {
    policy: {
      v: 1,
      key: 'the policy',
      in: { city: standing },
    },
    policyHouse: {
      v: 1,
      key: '`policies`',
      in: { staff: standing },
    },
    policyProposal: {
      v: 1,
      key: 'the policy',
      in: { staff: standing },
      without: async (tx, proposal) => {
        const { published, withdrawn } = await readTexts(tx, proposal.id);
        const policy = published ?? withdrawn?.policy;
        return policy === undefined ? undefined : { ...proposal, policy };
      },
    },
    policyWithdrawn: {
      v: 1,
      key: 'the policy',
      in: { staff: standing },
    },
  },
  mutations: {
    'policy.approve': policyApprove,
    'policy.restore': policyRestore,
    'policy.save': policySave,
    'policy.sendBack': policySendBack,
    'policy.takeBack': policyTakeBack,
    'policy.twoPairs': policyTwoPairs,
    'policy.withdraw': policyWithdraw,
  },
  words: {
    'policy.approve': 'staff.change.policyApprove',
    'policy.restore': 'staff.change.policyRestore',
    'policy.save': 'staff.change.policySave',
    'policy.sendBack': 'staff.change.policySendBack',
    'policy.takeBack': 'staff.change.policyTakeBack',
    'policy.twoPairs': 'staff.change.policyTwoPairs',
    'policy.withdraw': 'staff.change.policyWithdraw',
  },
});
