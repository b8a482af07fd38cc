import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { id } from '../../../../src/kernel/ids.ts';
import type { Policy } from '../../../../src/features/policies/model/policy.ts';
import { PolicyDraft } from '../../../../src/features/policies/console/policy-draft.ts';
import {
  PolicyDraftStorage,
  type KeptPolicy,
} from '../../../../src/features/policies/console/policy-draft-storage.ts';
import { formOf } from '../../../../src/features/policies/console/policy-form.ts';
import { policyRow } from '../../../support/policy-rows.ts';

const host = {
  addController: () => undefined,
  removeController: () => undefined,
  requestUpdate: () => undefined,
  updateComplete: Promise.resolve(true),
};
const TODAY = '2026-11-22';
const mid = id<'Mid'>('m1');
const stands = (over: Partial<Policy> = {}): Policy => policyRow({ version: 3, ...over });

/** A storage as a browser's, in memory: what it is given goes through JSON. */
class Shelf extends PolicyDraftStorage {
  kept = '{"writing":null,"sent":null}';
  override read = (): KeptPolicy => JSON.parse(this.kept);
  override write = (_: string, kept: KeptPolicy): void => void (this.kept = JSON.stringify(kept));
}

function begun(
  newest: Policy | null = stands(),
  shelf = new Shelf('a'),
): { draft: PolicyDraft; shelf: Shelf } {
  const draft = new PolicyDraft(host);
  draft.open('meals-help', shelf);
  draft.meet(newest, TODAY);
  return { draft, shelf };
}
const type = (draft: PolicyDraft, phone: string): void =>
  draft.form === null ? undefined : draft.change({ ...draft.form, phone });

describe('a policy that somebody is writing', () => {
  it('is there again after a dead battery', () => {
    const { draft, shelf } = begun();
    type(draft, '110');
    const again = begun(stands(), shelf).draft;
    assert.deepEqual([again.form?.phone, again.changed], ['110', true]);
  });

  it('leaves nothing behind once it says what is published', () => {
    const { draft, shelf } = begun();
    type(draft, '110');
    type(draft, '');
    assert.deepEqual(JSON.parse(shelf.kept), { writing: null, sent: null });
  });

  it('follows what others publish, while nothing is written', () => {
    const { draft } = begun();
    draft.meet(stands({ version: 4, title: '新的' }), TODAY);
    assert.deepEqual([draft.form?.title.zh, draft.version, draft.changed], ['新的', 4, false]);
  });

  it('takes in what another changed elsewhere, and is based on it', () => {
    const { draft } = begun();
    type(draft, '110');
    draft.meet(stands({ version: 4, title: '新的' }), TODAY);
    assert.deepEqual([draft.form?.title.zh, draft.form?.phone, draft.version], ['新的', '110', 4]);
    assert.equal(draft.collided, null);
  });

  it('asks about what another changed too, and does as it is told', () => {
    const { draft } = begun();
    type(draft, '110');
    draft.meet(stands({ version: 4, phone: '120' }), TODAY);
    assert.deepEqual([draft.collided?.fields, draft.form?.phone], [['phone'], '110']);
    draft.choose('phone', 'theirs');
    assert.deepEqual([draft.collided, draft.form?.phone, draft.changed], [null, '120', false]);
  });

  it('dropped by a slip is had back', () => {
    const { draft } = begun();
    type(draft, '110');
    draft.drop();
    assert.equal(draft.form?.phone, '');
    draft.undrop();
    assert.equal(draft.form?.phone, '110');
  });

  it('on its way is not lost when the page is closed, nor once the hub has it kept', () => {
    const { draft, shelf } = begun();
    type(draft, '110');
    draft.saved(mid);
    assert.equal(begun(stands(), shelf).draft.sent?.mid, mid);
    draft.meet(stands({ version: 4, phone: '110' }), TODAY);
    draft.settle({ is: 'taken' });
    assert.deepEqual([draft.changed, draft.version], [false, 4]);
    assert.deepEqual(JSON.parse(shelf.kept), { writing: null, sent: null });
  });

  it('that the hub found a newer text under is back, upon that, though this device showed it as done', () => {
    const { draft } = begun();
    type(draft, '110');
    draft.saved(mid);
    draft.meet(stands({ version: 4, phone: '110' }), TODAY);
    draft.settle({ is: 'ended', code: 'conflict' });
    // What this device took for done is still in view until the pull.
    draft.meet(stands({ version: 4, phone: '110' }), TODAY);
    draft.meet(stands({ version: 4, title: '新的' }), TODAY);
    assert.deepEqual([draft.form?.title.zh, draft.form?.phone], ['新的', '110']);
    assert.deepEqual([draft.changed, draft.version], [true, 4]);
  });

  it('that the hub refused says why, and loses nothing', () => {
    const { draft } = begun();
    type(draft, '110');
    draft.saved(mid);
    draft.meet(stands({ version: 4, phone: '110' }), TODAY);
    draft.settle({ is: 'ended', code: 'not-permitted' });
    assert.deepEqual([draft.refusal, draft.form?.phone, draft.changed], ['not-permitted', '110', true]);
  });

  it('begun on an empty sheet yesterday is still there today', () => {
    const { draft, shelf } = begun(null);
    type(draft, '110');
    const again = new PolicyDraft(host);
    again.open('meals-help', shelf);
    again.meet(null, '2026-11-23');
    assert.deepEqual([again.form?.phone, again.form?.reviewedOn, again.changed], ['110', TODAY, true]);
  });
});

describe('what is kept of a policy in a browser', () => {
  it('is read again as it was written, and of another shape left alone', () => {
    const storage = new PolicyDraftStorage('console-1:chen');
    const form = {
      ...formOf(stands()),
      rule: { lines: [{ any: [{ question: 'living' as const, is: [] }] }] },
    };
    const writing = { begun: formOf(stands()), version: 3, form };
    storage.write('p', { writing, sent: null });
    assert.deepEqual(storage.read('p'), { writing, sent: null });
    assert.deepEqual(new PolicyDraftStorage('console-1:li').read('p'), { writing: null, sent: null });
  });
});
