import { ContextProvider } from '@lit/context';
import { expect } from 'chai';
import { html, LitElement, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { storeContext } from '../../src/app/contexts.ts';
import { LiveQuery } from '../../src/app/live-query.ts';
import { id } from '../../src/kernel/ids.ts';
import type { RowOf } from '../../src/kernel/rows.ts';
import type { Query } from '../../src/protocol/client/api.ts';
import { FakeStore } from '../support/fake-store.ts';

const notice = (title: string): RowOf<'schedule'> => ({ id: id(title), dayparts: [] });

@customElement('test-board')
class TestBoard extends LitElement {
  @property({ attribute: false }) wanted: string | null = 'dining-hall';
  renders = 0;

  readonly schedule = new LiveQuery(this, {
    query: () => {
      const { wanted } = this;
      return wanted === null ? null : (view) => view.get('centre', 'schedule', wanted);
    },
  });

  override render(): TemplateResult {
    this.renders += 1;
    return this.schedule.render({
      pending: () => html`pending`,
      empty: () => html`empty`,
      error: (error) => html`error ${String(error)}`,
      complete: (value) => html`${value.id} ${value.dayparts.length}`,
    });
  }
}

/** Counts who listens. */
class CountedStore extends FakeStore {
  open = 0;
  override watch<T>(query: Query<T>, next: (value: T) => void, failed: (error: unknown) => void): () => void {
    this.open += 1;
    const stop = super.watch(query, next, failed);
    let stopped = false;
    return () => {
      if (!stopped) this.open -= 1;
      stopped = true;
      stop();
    };
  }
}

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));

describe('a live query of a view', () => {
  let store: CountedStore;
  let root: HTMLElement;
  let board: TestBoard;

  beforeEach(() => {
    store = new CountedStore();
    root = document.createElement('div');
    document.body.append(root);
    new ContextProvider(root, { context: storeContext, initialValue: store });
    board = new TestBoard();
  });

  afterEach(() => root.remove());

  const shown = async (): Promise<string> => {
    await settled();
    await board.updateComplete;
    return (board.shadowRoot?.textContent ?? '').trim();
  };

  it('shows that it has no answer yet, then that there is nothing, then what comes', async () => {
    root.append(board);
    await board.updateComplete;
    expect(board.shadowRoot?.textContent).to.contain('pending');
    expect(await shown()).to.equal('empty');
    store.put('centre', 'schedule', 'dining-hall', notice('dining-hall'));
    expect(await shown()).to.equal('dining-hall 0');
  });

  it('is silent once its view is gone, and listens to the store no more', async () => {
    root.append(board);
    await shown();
    board.remove();
    expect(store.open).to.equal(0);
    const before = board.renders;
    store.put('centre', 'schedule', 'dining-hall', notice('dining-hall'));
    await settled();
    expect(board.renders).to.equal(before);
  });

  it('knows what happened meanwhile when its view comes back', async () => {
    root.append(board);
    await shown();
    board.remove();
    store.put('centre', 'schedule', 'dining-hall', notice('dining-hall'));
    root.append(board);
    expect(await shown()).to.equal('dining-hall 0');
    expect(store.open).to.equal(1);
  });

  it('leaves nothing listening when views come and go all day', async () => {
    for (let i = 0; i < 200; i += 1) {
      root.append(board);
      board.remove();
    }
    await settled();
    expect(store.open).to.equal(0);
  });

  it('asks for something else when told to, and waits when there is nothing to ask', async () => {
    store.put('centre', 'schedule', 'exercise-room', notice('exercise-room'));
    root.append(board);
    board.wanted = 'exercise-room';
    board.schedule.ask();
    expect(await shown()).to.equal('exercise-room 0');
    board.wanted = null;
    board.schedule.ask();
    expect(store.open).to.equal(0);
  });

  it('tells of an error in the state for errors', async () => {
    board = new TestBoard();
    store.query = () => Promise.reject(new Error('no room'));
    const failing = new LiveQuery(board, { query: () => () => Promise.reject(new Error('no room')) });
    root.append(board);
    await settled();
    expect(failing.render({ pending: String, empty: String, error: String, complete: String })).to.contain(
      'no room',
    );
  });
});
