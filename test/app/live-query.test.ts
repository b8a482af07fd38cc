import { ContextProvider } from '@lit/context';
import { expect } from 'chai';
import { html, LitElement, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { storeContext } from '../../src/app/contexts.ts';
import { LiveQuery } from '../../src/app/live-query.ts';
import { id } from '../../src/kernel/ids.ts';
import type { RowOf } from '../../src/kernel/rows.ts';
import type { Query, View } from '../../src/protocol/client/api.ts';
import { FakeStore } from '../support/fake-store.ts';
import { settled as answered } from '../support/mount.ts';

const notice = (title: string): RowOf<'schedule'> => ({ id: id(title), dayparts: [] });

const readSchedule = async (view: View, { screen }: { readonly screen: string }) => {
  if (screen === 'broken') throw new Error('a damaged row');
  return view.get('centre', 'schedule', screen);
};

@customElement('test-board')
class TestBoard extends LitElement {
  @property({ attribute: false }) wanted: string | null = 'dining-hall';
  renders = 0;

  readonly schedule = new LiveQuery(this, {
    query: readSchedule,
    args: () => (this.wanted === null ? null : { screen: this.wanted }),
  });

  override render(): TemplateResult {
    this.renders += 1;
    return this.schedule.render({
      pending: () => html`pending`,
      empty: () => html`empty`,
      error: (error) => html`error ${String(error)}`,
      complete: (value, { screen }) => html`${screen}: ${value.id} ${value.dayparts.length}`,
    });
  }
}

/** Counts who listens. */
class CountedStore extends FakeStore {
  open = 0;
  override watch<T>(
    query: Query<T>,
    next: (value: T, held: boolean) => void,
    failed: (error: unknown) => void,
  ): () => void {
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

describe('a live query of a view', () => {
  let store: CountedStore;
  let root: HTMLElement;
  let board: TestBoard;
  let provider: ContextProvider<typeof storeContext, HTMLElement>;

  beforeEach(() => {
    store = new CountedStore();
    root = document.createElement('div');
    document.body.append(root);
    provider = new ContextProvider(root, { context: storeContext, initialValue: store });
    board = new TestBoard();
  });

  afterEach(() => root.remove());

  const settled = (): Promise<void> => answered(board);
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
    expect(await shown()).to.equal('dining-hall: dining-hall 0');
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
    expect(await shown()).to.equal('dining-hall: dining-hall 0');
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

  it('asks for something else when its view wants it, and waits when there is nothing to ask', async () => {
    store.put('centre', 'schedule', 'exercise-room', notice('exercise-room'));
    root.append(board);
    board.wanted = 'exercise-room';
    expect(await shown()).to.equal('exercise-room: exercise-room 0');
    board.wanted = null;
    expect(await shown()).to.equal('pending');
    expect(store.open).to.equal(0);
  });

  it('asks once, however often its view is drawn with the same question', async () => {
    root.append(board);
    await shown();
    const before = store.asks;
    for (let times = 0; times < 100; times += 1) {
      board.requestUpdate();
      await board.updateComplete;
    }
    expect(board.renders).to.be.greaterThan(100);
    expect(store.asks).to.equal(before);
  });

  it('never shows the last answer as the answer to a new question', async () => {
    store.put('centre', 'schedule', 'dining-hall', notice('dining-hall'));
    store.put('centre', 'schedule', 'exercise-room', notice('exercise-room'));
    root.append(board);
    await shown();
    let answer = (): void => undefined;
    store.slow = new Promise((resolve) => (answer = resolve));
    board.wanted = 'exercise-room';
    expect(board.schedule.value, 'before it is drawn again').to.equal(undefined);
    expect(await shown()).to.equal('pending');
    answer();
    expect(await shown()).to.equal('exercise-room: exercise-room 0');
  });

  it('draws the last answer together with its own question where a view keeps it', async () => {
    store.put('centre', 'schedule', 'dining-hall', notice('dining-hall'));
    root.append(board);
    await shown();
    store.slow = new Promise(() => undefined);
    board.wanted = 'exercise-room';
    const drawn = board.schedule.render<string>({
      pending: () => 'pending',
      empty: () => 'empty',
      error: String,
      complete: () => 'complete',
      previous: (value, { screen }) => `${screen}: ${value.id}`,
    });
    expect(drawn).to.equal('dining-hall: dining-hall');
  });

  it('never shows the error of one question as the answer to another', async () => {
    store.put('centre', 'schedule', 'dining-hall', notice('dining-hall'));
    root.append(board);
    await shown();
    board.wanted = 'broken';
    expect(await shown()).to.contain('a damaged row');
    store.slow = new Promise(() => undefined);
    board.wanted = 'dining-hall';
    expect(await shown()).to.equal('dining-hall: dining-hall 0');
  });

  it('asks the store that takes the place of another, and shows nothing of the old one', async () => {
    store.put('centre', 'schedule', 'dining-hall', notice('dining-hall'));
    root.append(board);
    await shown();
    const next = new CountedStore();
    provider.setValue(next);
    expect(await shown()).to.equal('empty');
    expect([store.open, next.open]).to.deep.equal([0, 1]);
    const elsewhere = document.createElement('div');
    document.body.append(elsewhere);
    new ContextProvider(elsewhere, { context: storeContext, initialValue: store });
    elsewhere.append(board);
    expect(await shown()).to.equal('dining-hall: dining-hall 0');
    expect([store.open, next.open]).to.deep.equal([1, 0]);
    elsewhere.remove();
  });

  it('tells of an error in the state for errors', async () => {
    board = new TestBoard();
    store.query = () => Promise.reject(new Error('no room'));
    const failing = new LiveQuery(board, {
      query: () => Promise.reject(new Error('no room')),
      args: () => [],
    });
    root.append(board);
    await settled();
    expect(failing.render({ pending: String, empty: String, error: String, complete: String })).to.contain(
      'no room',
    );
  });
});
