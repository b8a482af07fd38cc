import { expect } from 'chai';
import { LitElement } from 'lit';
import { customElement } from 'lit/decorators.js';
import { UnfinishedForm } from '../../../../src/app/unfinished-form.ts';
import { ForgetFormer } from '../../../../src/features/members/console/forget-former.ts';
import { id } from '../../../../src/kernel/ids.ts';
import type { FakeStore } from '../../../support/fake-store.ts';
import { mount, settled, unmountAll } from '../../../support/mount.ts';
import { staff, staffStore } from '../../../support/staff-centre.ts';
import { until } from '../../../support/until.ts';

const isText = (value: unknown): value is string => typeof value === 'string';

/** A console with a form of a member's. */
@customElement('test-console-of-members')
class TestConsole extends LitElement {
  readonly form = new UnfinishedForm<string>(this, {
    what: 'member',
    is: isText,
    isPersonal: true,
    show: () => undefined,
  });
  constructor() {
    super();
    new ForgetFormer(this);
  }
}

describe('Of a member who was deleted a console', () => {
  let store: FakeStore;
  let page: TestConsole;
  const kept = (): string => JSON.stringify([...store.answers.values()]);
  const deleted = (memberId: string): unknown =>
    store.put('people', 'formerMember', memberId, { id: id<'MemberId'>(memberId) });
  const writeOf = async (memberId: string, words: string): Promise<void> => {
    page.form.open(memberId);
    page.form.keep(words);
    await until(() => kept().includes(words));
  };

  beforeEach(async () => {
    store = staffStore(staff('advisor'));
    page = await mount(new TestConsole(), { store });
  });
  afterEach(unmountAll);

  it('forgets the form that was not finished, and nobody else’s', async () => {
    await writeOf('m1', '王大妈搬家了');
    await writeOf('m2', '李大爷换了电话');
    deleted('m1');
    await until(() => !kept().includes('王大妈'));
    expect(kept()).to.contain('李大爷换了电话');
  });

  it('forgets it at the next start, where the page was gone', async () => {
    await writeOf('m1', '王大妈搬家了');
    page.remove();
    deleted('m1');
    await settled(page);
    expect(kept(), 'nobody was there').to.contain('王大妈');
    await mount(new TestConsole(), { store });
    await until(() => !kept().includes('王大妈'));
  });

  it('forgets what the hub had told of their visits', async () => {
    await store.remember('/api/attendance/members/m1', { memberId: 'm1', came: ['2026-11-22'] });
    await store.remember('/api/attendance/members/m2', { memberId: 'm2', came: ['2026-11-21'] });
    deleted('m1');
    await until(() => !kept().includes('2026-11-22'));
    expect(kept()).to.contain('2026-11-21');
  });
});
