import { ContextProvider } from '@lit/context';
import { expect } from 'chai';
import { mediaContext, type MediaLibrary } from '../../../../src/app/contexts.ts';
import { LlDishPhoto } from '../../../../src/features/menus/kiosk/dish-photo.ts';
import { id } from '../../../../src/kernel/ids.ts';
import { settled, unmountAll } from '../../../support/mount.ts';
import { until } from '../../../support/until.ts';

const hash = id<'MediaHash'>('a'.repeat(64));
/** One pixel. */
const PICTURE = 'data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAACAkQBADs=';

/** What a device holds of photos, put in by hand. */
class Shelf implements MediaLibrary {
  held: string | null = null;
  readonly listeners = new Set<(hash: string) => void>();

  url(): Promise<string | null> {
    return Promise.resolve(this.held);
  }

  onReady(next: (hash: string) => void): () => void {
    this.listeners.add(next);
    return () => this.listeners.delete(next);
  }

  failed(): void {
    this.held = null;
  }

  arrives(url: string): void {
    this.held = url;
    for (const next of this.listeners) next(hash);
  }
}

async function photoFrom(shelf: Shelf): Promise<LlDishPhoto> {
  const root = document.createElement('div');
  new ContextProvider(root, { context: mediaContext, initialValue: shelf });
  const photo = new LlDishPhoto();
  photo.photo = hash;
  photo.drawing = 'fish';
  document.body.append(root);
  root.append(photo);
  await settled(photo);
  return photo;
}

const shows = (photo: LlDishPhoto): string => photo.renderRoot.firstElementChild?.localName ?? 'nothing';

describe('The picture of a dish', () => {
  afterEach(unmountAll);

  it('is drawn till its photo is whole on the device, and then is the photo', async () => {
    const shelf = new Shelf();
    const photo = await photoFrom(shelf);
    expect(shows(photo)).to.equal('svg');
    shelf.arrives(PICTURE);
    await until(() => shows(photo) === 'img');
  });

  it('is drawn where the photo cannot be shown: no broken picture is left on the glass', async () => {
    const shelf = new Shelf();
    shelf.held = 'data:image/png;base64,AAAA';
    const photo = await photoFrom(shelf);
    await until(() => shows(photo) === 'svg');
    expect(photo.renderRoot.querySelector('img')).to.equal(null);
  });

  it('listens no more once it is gone', async () => {
    const shelf = new Shelf();
    await photoFrom(shelf);
    expect(shelf.listeners.size).to.equal(1);
    unmountAll();
    expect(shelf.listeners.size).to.equal(0);
  });
});
