import { ContextProvider } from '@lit/context';
import { expect } from 'chai';
import {
  deviceContext,
  mediaContext,
  storeContext,
  type MediaLibrary,
} from '../../../../src/app/contexts.ts';
import { LlBoardPlaylist, SlideShownEvent } from '../../../../src/features/media/board/board-playlist.ts';
import { Stay } from '../../../../src/features/media/board/stay.ts';
import { id } from '../../../../src/kernel/ids.ts';
import type { RowOf } from '../../../../src/kernel/rows.ts';
import { FakeStore } from '../../../support/fake-store.ts';
import { until } from '../../../support/until.ts';
import { mediaRow } from '../../../support/media-rows.ts';
import { screenConfig } from '../../../support/rows.ts';

/** A film that has not moved for so long is stuck. */
const STUCK_MS = 10_000;

const clip = (name: string): string => new URL(`../../../fixtures/media/${name}.mp4`, import.meta.url).href;
const picture = (colour: string): string =>
  `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" width="64" height="36"><rect width="64" height="36" fill="${colour}"/></svg>`)}`;

/** What a device holds, put in by hand: what is not there has not come yet. */
class Shelf implements MediaLibrary {
  readonly held = new Map<string, string>();
  readonly faults: string[] = [];
  readonly #listeners = new Set<(hash: string) => void>();

  url(hash: string): Promise<string | null> {
    return Promise.resolve(this.held.get(hash) ?? null);
  }

  onReady(next: (hash: string) => void): () => void {
    this.#listeners.add(next);
    return () => this.#listeners.delete(next);
  }

  failed(hash: string, why: string): void {
    this.faults.push(`${names.get(hash)} ${why}`);
  }

  arrives(hash: string, url: string): void {
    this.held.set(hash, url);
    for (const next of this.#listeners) next(hash);
  }
}

const files = ['red', 'green', 'photo', 'drawn', 'torn', 'late'] as const;
type Name = (typeof files)[number];
const hashOf = (name: Name): string => String(files.indexOf(name) + 1).repeat(64);
const names = new Map<string, Name>(files.map((name) => [hashOf(name), name]));

describe('a playlist on a television', () => {
  let store: FakeStore;
  let shelf: Shelf;
  let root: HTMLElement;
  let board: LlBoardPlaylist;
  const painted: string[] = [];

  function put(items: readonly { name: Name; seconds?: number }[], version = 1): void {
    store.put('centre', 'playlist', 'autumn', {
      id: id<'PlaylistId'>('autumn'),
      title: '秋游',
      items: items.map(({ name, ...rest }) => ({ media: id<'MediaHash'>(hashOf(name)), ...rest })),
      version,
      by: '食堂',
      changedAtMs: 0,
    });
  }

  function open(config: Partial<RowOf<'deviceConfig'>> = {}): void {
    root = document.createElement('div');
    root.style.cssText = '--panel-width: 320px; --panel-height: 180px; --night: #12211b; --cream: #fff6e3';
    document.body.append(root);
    new ContextProvider(root, { context: storeContext, initialValue: store });
    new ContextProvider(root, { context: deviceContext, initialValue: screenConfig(config) });
    new ContextProvider(root, { context: mediaContext, initialValue: shelf });
    board = new LlBoardPlaylist();
    board.playlistId = 'autumn';
    board.addEventListener('ll-board-painted', ({ showing }) => painted.push(showing));
    root.append(board);
  }

  /** The indexes of the next so many items that come onto the glass. */
  const next = (count: number, watch: () => void = () => undefined): Promise<readonly number[]> =>
    new Promise((resolve) => {
      const seen: number[] = [];
      const heard = (event: Event): void => {
        if (!(event instanceof SlideShownEvent)) return;
        watch();
        if (seen.push(event.index) < count) return;
        board.removeEventListener(SlideShownEvent.type, heard);
        resolve(seen);
      };
      board.addEventListener(SlideShownEvent.type, heard);
    });
  const emptied = (): Promise<void> =>
    new Promise((resolve) => board.addEventListener('ll-board-empty', () => resolve(), { once: true }));
  const videos = (): readonly HTMLVideoElement[] => [...(board.shadowRoot?.querySelectorAll('video') ?? [])];

  const { setTimeout: timer } = window;
  beforeEach(() => {
    // No film is taken for stuck because the machine is busy for as long as a stuck one is waited for.
    Object.assign(window, {
      setTimeout: (run: () => void, ms = 0): number => (ms === STUCK_MS ? 0 : timer(run, ms)),
    });
    store = new FakeStore({ nowMs: Date.UTC(2026, 10, 22, 3) });
    for (const name of files) {
      const mime = name === 'photo' || name === 'drawn' ? 'image/png' : 'video/mp4';
      store.put('centre', 'media', hashOf(name), mediaRow({ id: id(hashOf(name)), title: name, mime }));
    }
    shelf = new Shelf();
    shelf.held.set(hashOf('red'), clip('red')).set(hashOf('green'), clip('green'));
    shelf.held.set(hashOf('photo'), picture('#36c'));
    shelf.held.set(hashOf('drawn'), picture('#c63'));
    shelf.held.set(hashOf('torn'), 'data:video/mp4;base64,AAAA');
    painted.length = 0;
  });
  afterEach(() => {
    Object.assign(window, { setTimeout: timer });
    root.remove();
  });

  it('shows its photos and videos in their order, over and over, and says what is on the glass', async () => {
    put([{ name: 'red', seconds: 1 }, { name: 'photo', seconds: 0.2 }, { name: 'green' }]);
    open();
    expect(await next(4)).to.deep.equal([0, 1, 2, 0]);
    expect(painted[0]).to.equal('playlist:autumn@1');
    expect(shelf.faults).to.deep.equal([]);
  });

  it('never has two videos on a set with one decoder, and between two of them never nothing', async () => {
    put([{ name: 'red' }, { name: 'green' }]);
    let most = 0;
    let blank = 0;
    open({ oneDecoder: true });
    await next(1);
    let goesOn = true;
    const look = (): void => {
      most = Math.max(most, videos().length);
      const stage = board.shadowRoot?.querySelector('.stage');
      if (![...(stage?.children ?? [])].some((node) => !node.classList.contains('coming'))) blank += 1;
      if (goesOn) requestAnimationFrame(look);
    };
    look();
    await next(2);
    goesOn = false;
    expect(most).to.equal(1);
    expect(blank).to.equal(0);
  });

  it('goes over to the one video that staff have put in the place of another', async () => {
    put([{ name: 'red' }]);
    open();
    await next(1);
    put([{ name: 'green' }], 2);
    // The first may begin again before the other can be shown.
    await until(() => painted.includes('playlist:autumn@2'));
    expect(videos().map(({ currentSrc }) => currentSrc)).to.include(clip('green'));
    expect(painted.pop()).to.equal('playlist:autumn@2');
  });

  it('passes over a file that does not play, tells staff once, and takes up one that has come late', async () => {
    shelf.held.delete(hashOf('green'));
    put([{ name: 'torn' }, { name: 'photo', seconds: 0.2 }, { name: 'green' }]);
    open();
    expect(await next(2)).to.deep.equal([1, 1]);
    expect(shelf.faults).to.deep.equal(['torn broken']);
    shelf.arrives(hashOf('green'), clip('green'));
    expect(await next(1)).to.deep.equal([2]);
  });

  it('gives its place away, in words and never black, where nothing of it plays, has come, or is left', async () => {
    put([{ name: 'torn' }]);
    open();
    await emptied();
    await board.updateComplete;
    expect(board.shadowRoot?.textContent).to.contain('放不出来');
    const words = board.shadowRoot?.querySelector('.say')?.getBoundingClientRect();
    expect(words?.bottom, 'on the glass, not below it').to.be.below(board.getBoundingClientRect().bottom);
    put([{ name: 'late' }], 2);
    await emptied();
    await board.updateComplete;
    expect(board.shadowRoot?.textContent).to.contain('正在送到');
    shelf.arrives(hashOf('late'), clip('red'));
    await next(1);
    await board.updateComplete;
    expect(board.shadowRoot?.textContent?.trim()).to.equal('');
  });

  it('put up again knows what did not play, and tries it at once where it has come anew', async () => {
    put([{ name: 'torn' }]);
    open();
    await emptied();
    expect(shelf.faults).to.deep.equal(['torn broken']);
    board.remove();
    root.append(board);
    await emptied();
    expect(shelf.faults, 'not tried again, dark, each quarter of a minute').to.deep.equal(['torn broken']);
    shelf.arrives(hashOf('torn'), clip('red'));
    await next(1);
  });

  it('passes over a video that stands while its decoder goes on talking of the same moment', async () => {
    const video = document.createElement('video');
    const talks = setInterval(() => video.dispatchEvent(new Event('timeupdate')), 5);
    const how = await new Stay(100).forVideo(video, null, 4, () => undefined);
    clearInterval(talks);
    expect(how).to.equal('stalled');
  });

  it('keeps nothing of what it has shown: after 500 changes as little is held as after two', async () => {
    put([{ name: 'photo' }]);
    open();
    await next(1);
    for (let version = 2; version <= 500; version += 1) {
      const shown = next(1);
      put([{ name: version % 50 === 0 ? 'red' : version % 2 === 0 ? 'drawn' : 'photo' }], version);
      await shown;
    }
    const stage = board.shadowRoot?.querySelector('.stage');
    await until(() => (stage?.childElementCount ?? 99) <= 1);
    put([{ name: 'red' }], 501);
    await next(1);
    const held = videos();
    board.remove();
    expect(held.map((video) => video.getAttribute('src'))).to.deep.equal([null]);
    expect(stage?.childElementCount).to.equal(0);
  });
});
