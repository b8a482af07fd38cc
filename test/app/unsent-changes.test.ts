import { expect } from 'chai';
import { html, LitElement } from 'lit';
import { customElement } from 'lit/decorators.js';
import { SyncState } from '../../src/app/sync-status.ts';
import { UnsentChanges } from '../../src/app/unsent-changes.ts';
import type { Unsent } from '../../src/protocol/client/api.ts';
import { FakeStore } from '../support/fake-store.ts';
import { mount, settled, unmountAll } from '../support/mount.ts';

@customElement('test-unsent')
class TestUnsent extends LitElement {
  readonly unsent = new UnsentChanges(this, new SyncState(this));

  protected override render() {
    return html`${this.unsent.of(['notice.withdraw']).length}`;
  }
}

/** A store whose disk answers when it is let. */
class SlowStore extends FakeStore {
  answer: (waiting: readonly Unsent[]) => void = () => undefined;

  override unsent(): Promise<readonly Unsent[]> {
    return new Promise((resolve) => (this.answer = resolve));
  }
}

describe('What waits on this device', () => {
  afterEach(unmountAll);

  it('is not said to wait any more once it was sent, however late the disk told of it', async () => {
    const store = new SlowStore({ nowMs: 0 });
    const page = await mount(new TestUnsent(), { store });
    store.setStatus({ link: 'away', outbox: 1 });
    const late = store.answer;
    late([{ name: 'notice.withdraw', args: {} }]);
    await settled(page);
    expect(page.shadowRoot?.textContent).to.equal('1');
    store.setStatus({ outbox: 1 });
    const later = store.answer;
    store.setStatus({ link: 'live', outbox: 0 });
    later([{ name: 'notice.withdraw', args: {} }]);
    store.setStatus({ link: 'away' });
    await settled(page);
    expect(page.shadowRoot?.textContent).to.equal('0');
  });
});
