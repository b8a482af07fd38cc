import type { PolicyForm } from './policy-form.ts';

/** Something of a policy was typed or pressed. */
export class PolicyFormEvent extends Event {
  /** @param removed what was taken away by it, in a few words, where anything was; it is offered back */
  constructor(
    readonly form: PolicyForm,
    readonly removed: string | null = null,
  ) {
    super('ll-policy-form');
  }
}

/** A policy is to be written on; null for the list of them. */
export class PolicyChooseEvent extends Event {
  constructor(readonly policyId: string | null) {
    super('ll-policy-choose', { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'll-policy-form': PolicyFormEvent;
    'll-policy-choose': PolicyChooseEvent;
  }
}
