import { expect } from 'chai';
import type { Poke } from '../../src/protocol/wire.ts';
import { LiveHints } from '../../src/store/live/live-hints.ts';

/** An EventSource that does what the test says. */
class FakeSource extends EventTarget {
  onopen: (() => void) | null = null;
  onerror: (() => void) | null = null;
  closed = false;
  close(): void {
    this.closed = true;
  }
  say(type: string, data = ''): void {
    this.dispatchEvent(new MessageEvent(type, { data }));
  }
}

const later = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

describe('the live stream of hints', () => {
  let sources: FakeSource[];
  let heard: string[];
  let live: LiveHints;

  const last = (): FakeSource => {
    const source = sources[sources.length - 1];
    if (source === undefined) throw new Error('nothing was opened');
    return source;
  };

  beforeEach(() => {
    sources = [];
    heard = [];
    const random = { next: () => 0, uuid7: () => '' };
    live = new LiveHints(
      '/sync/live?device=dining-hall',
      random,
      {
        up: () => heard.push('up'),
        down: () => heard.push('down'),
        poke: (poke: Poke) => heard.push(`poke ${poke.bucket} ${poke.version}`),
        grants: () => heard.push('grants'),
      },
      {
        watchdogMs: 60,
        open: (): EventSource => {
          const source = new FakeSource();
          sources.push(source);
          return source as unknown as EventSource;
        },
      },
    );
  });

  afterEach(() => live.close());

  it('passes on what the hub says', () => {
    last().onopen?.();
    last().say('poke', JSON.stringify({ bucket: 'centre:sample', epoch: 'e', version: 812 }));
    last().say('grants');
    expect(heard).to.deep.equal(['up', 'poke centre:sample 812', 'grants']);
  });

  it('opens anew after one error, which would end an EventSource for ever', async () => {
    last().onopen?.();
    last().onerror?.();
    expect(heard).to.deep.equal(['up', 'down']);
    await later(20);
    expect(sources).to.have.length(2);
    expect(sources[0]?.closed).to.equal(true);
  });

  it('takes a connection that says nothing for dead, and one whose heart beats for alive', async () => {
    last().onopen?.();
    for (let beat = 0; beat < 4; beat += 1) {
      await later(30);
      last().say('beat');
    }
    expect(sources).to.have.length(1);
    await later(110);
    expect(sources.length).to.be.greaterThan(1);
  });

  it('gives up a hub that accepts and never answers', async () => {
    await later(110);
    expect(sources.length).to.be.greaterThan(1);
    expect(heard).to.contain('down');
  });

  it('is silent once it is closed', async () => {
    last().onopen?.();
    live.close();
    await later(150);
    expect(sources).to.have.length(1);
    expect(heard).to.deep.equal(['up']);
  });
});
