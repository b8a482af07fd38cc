import { expect } from 'chai';
import type { Poke } from '../../src/protocol/wire/wire.ts';
import { LiveHints } from '../../src/store/live/live-hints.ts';
import { HandTimers } from '../support/hand-timers.ts';

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

describe('the live stream of hints', () => {
  let sources: FakeSource[];
  let heard: string[];
  let live: LiveHints;
  let timers: HandTimers;

  const last = (): FakeSource => {
    const source = sources[sources.length - 1];
    if (source === undefined) throw new Error('nothing was opened');
    return source;
  };

  beforeEach(() => {
    sources = [];
    heard = [];
    timers = new HandTimers();
    timers.take();
    const random = { next: () => 0, uuid7: () => '' };
    live = new LiveHints(
      '/sync/live?device=dining-hall',
      random,
      {
        up: () => heard.push('up'),
        down: () => heard.push('down'),
        poke: (poke: Poke) => heard.push(`poke ${poke.bucket} ${poke.version}`),
        grants: () => heard.push('grants'),
        renewed: () => heard.push('renewed'),
      },
      {
        open: (): EventSource => {
          const source = new FakeSource();
          sources.push(source);
          return source as unknown as EventSource;
        },
      },
    );
  });

  afterEach(() => {
    live.close();
    timers.giveBack();
    localStorage.clear();
  });

  it('passes on what the hub says', () => {
    last().onopen?.();
    last().say('poke', JSON.stringify({ bucket: 'centre:sample', epoch: 'e', version: 812 }));
    last().say('grants');
    expect(heard).to.deep.equal(['up', 'poke centre:sample 812', 'grants']);
  });

  it('passes on nothing that is no hint, and opens anew', () => {
    last().onopen?.();
    for (const said of [
      '{"bucket":"centre:sample","epoch":"e","version":null}',
      '<html>',
      '{"version":1e999}',
    ]) {
      last().say('poke', said);
      timers.pass(60_000);
    }
    expect(heard.filter((word) => word.startsWith('poke'))).to.deep.equal([]);
    expect(sources.length).to.be.greaterThan(3);
  });

  it('listens to no other hub', () => {
    localStorage.setItem('leling:hub', 'ours');
    last().say('grants', JSON.stringify({ hub: 'the-neighbours', grants: ['city'] }));
    expect(heard).to.deep.equal(['down']);
    timers.pass(1000);
    last().say('grants', JSON.stringify({ hub: 'ours', grants: ['city'] }));
    expect(heard).to.deep.equal(['down', 'grants']);
  });

  it('counts a line that died without a sign, once there is another: staff see how often', () => {
    last().onopen?.();
    timers.pass(40_000);
    expect(heard).to.deep.equal(['up', 'down']);
    timers.pass(1000);
    last().onopen?.();
    expect(heard).to.deep.equal(['up', 'down', 'renewed', 'up']);
    last().onerror?.();
    timers.pass(1000);
    last().onopen?.();
    expect(
      heard.filter((word) => word === 'renewed'),
      'an end that was said is none',
    ).to.have.length(1);
  });

  it('opens anew after one error, which would end an EventSource for ever', () => {
    last().onopen?.();
    last().onerror?.();
    expect(heard).to.deep.equal(['up', 'down']);
    timers.pass(1000);
    expect(sources).to.have.length(2);
    expect(sources[0]?.closed).to.equal(true);
  });

  it('takes a connection for alive while its heart beats, and for dead after 40 seconds of silence', () => {
    last().onopen?.();
    for (let beat = 0; beat < 8; beat += 1) {
      timers.pass(15_000);
      last().say('beat');
    }
    timers.pass(39_999);
    expect(heard).to.deep.equal(['up']);
    timers.pass(1);
    expect(heard).to.deep.equal(['up', 'down']);
    timers.pass(1000);
    expect(sources).to.have.length(2);
  });

  it('gives up a hub that accepts and never answers', () => {
    timers.pass(40_000);
    expect(heard).to.deep.equal(['down']);
    timers.pass(1000);
    expect(sources).to.have.length(2);
  });

  it('is silent once it is closed', () => {
    last().onopen?.();
    live.close();
    timers.pass(120_000);
    expect(sources).to.have.length(1);
    expect(heard).to.deep.equal(['up']);
  });
});
