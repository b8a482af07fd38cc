import type { HubClient } from '../../src/app/hub-client.ts';
import { err, ok } from '../../src/kernel/result.ts';

/** A hub that answers, or is away; what it was asked is written down. */
export function hubThat(answer: (path: string) => unknown): HubClient & { readonly asked: string[] } {
  const asked: string[] = [];
  const unused = () => Promise.reject(new Error('not asked here'));
  return {
    asked,
    ask: async (path, isAnswer) => {
      asked.push(path);
      const value = answer(path);
      return isAnswer(value) ? ok(value) : err({ type: 'away', code: null, waitS: null });
    },
    signIn: unused,
    peopleHere: unused,
    signOut: unused,
    setOwnSecret: unused,
    glassShowing: unused,
    confirmPairing: unused,
    revokeDevice: unused,
    confirmTime: unused,
    confirmLoss: unused,
  };
}
