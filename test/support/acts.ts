import { expect } from 'chai';
import type { LitElement } from 'lit';
import type { MutationName } from '../../src/kernel/mutation.ts';
import type { FakeStore } from './fake-store.ts';
import { words } from './mount-kiosk.ts';
import { button, deepAll, settled, type } from './mount.ts';

/** What somebody does on a page. */
export interface Hands {
  readonly press: (name: RegExp) => Promise<void>;
  readonly fill: (field: string, text: string) => Promise<void>;
  readonly choose: (option: string) => Promise<void>;
  readonly tick: (box: string) => Promise<void>;
}
/** Something that takes something away. */
export interface Act {
  readonly what: string;
  readonly by: MutationName;
  readonly page: () => LitElement;
  readonly first?: (of: FakeStore) => Promise<unknown>;
  readonly act: (hands: Hands) => Promise<void>;
  /** What is asked before it is done, where something is: it names what becomes of it. */
  readonly asks?: { readonly says: RegExp; readonly confirm: RegExp };
  /** Said beside the way back: it names the thing. */
  readonly says: RegExp;
  /** Absent where nothing brings it back: then it is asked first. */
  readonly back?: (hands: Hands) => Promise<void>;
  /** What is lost by it, and is to be there again. */
  readonly lost: (of: FakeStore) => Promise<unknown>;
}

/** The hands of somebody at a page. */
export const handsOn = (element: LitElement): Hands => ({
  press: async (name) => {
    button(element, name).click();
    await settled(element);
  },
  fill: async (name, text) => {
    const [field] = deepAll(element, `#${name}`);
    if (!(field instanceof HTMLInputElement)) throw new Error(`no field ${name}`);
    type(field, text);
    await settled(element);
  },
  choose: async (option) => {
    const [reason] = deepAll(element, 'select');
    if (!(reason instanceof HTMLSelectElement)) throw new Error('nothing asks for a reason');
    reason.value = option;
    reason.dispatchEvent(new Event('change'));
    await settled(element);
  },
  tick: async (name) => {
    const [box] = deepAll(element, `#${name}`);
    if (!(box instanceof HTMLInputElement)) throw new Error(`no box ${name}`);
    box.click();
    await settled(element);
  },
});

interface Opened {
  readonly of: FakeStore;
  readonly element: LitElement;
  readonly hands: Hands;
}

/** Tries that it says of what, and that one press brings it back; or that it asks first where none does. */
export async function tryAct(one: Act, { of, element, hands }: Opened): Promise<void> {
  const before = await one.lost(of);
  await one.act(hands);
  if (one.asks !== undefined) {
    expect(words(element)).to.match(one.asks.says);
    expect(await one.lost(of), 'nothing is done before it is confirmed').to.deep.equal(before);
    await hands.press(one.asks.confirm);
  }
  expect(of.asked.map(({ name }) => name)).to.include(one.by);
  expect(await one.lost(of), 'it does take something away').not.to.deep.equal(before);
  expect(words(element)).to.match(one.says);
  if (one.back === undefined)
    return void expect(one.asks, 'nothing brings it back, unasked').not.to.equal(undefined);
  await one.back(hands);
  expect(await one.lost(of)).to.deep.equal(before);
}
