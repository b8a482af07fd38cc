import { ContextProvider } from '@lit/context';
import type { LitElement } from 'lit';
import { deviceContext, mediaContext, storeContext, type MediaLibrary } from '../../src/app/contexts.ts';
import { markReady, whenReady } from '../../src/app/ready.ts';
import type { RowOf } from '../../src/kernel/rows.ts';
import { scaleOf, type PanelSize } from '../../src/ui/common/scale.ts';
import type { FakeStore } from './fake-store.ts';
import { settled } from './mount.ts';
import { tokens } from './mount-kiosk.ts';
import { screenConfig } from './rows.ts';

/** Where a television hangs. */
export interface Hall {
  readonly panel: PanelSize;
  readonly distanceMm: number;
}

/** A device that holds no file. */
const noMedia: MediaLibrary = {
  url: () => Promise.resolve(null),
  onReady: () => () => undefined,
  failed: () => undefined,
};

/** What comes after the first paint is asked for from now on. */
const ready = (): Promise<void> =>
  new Promise((resolve) => {
    markReady();
    whenReady(resolve);
  });

/** Puts a board on the glass of a hall, whatever the window is, with the contexts it reads. */
export async function hang<E extends LitElement>(
  board: E,
  { panel, distanceMm }: Hall,
  store: FakeStore,
  config: Partial<RowOf<'deviceConfig'>> = {},
  media: MediaLibrary = noMedia,
): Promise<E> {
  await tokens();
  await ready();
  const { am } = scaleOf(panel, distanceMm, { width: panel.widthPx, height: panel.heightPx });
  const glass = document.createElement('div');
  const sizes = { '--panel-width': panel.widthPx, '--panel-height': panel.heightPx, '--am': am };
  for (const [name, px] of Object.entries(sizes)) glass.style.setProperty(name, `${px}px`);
  new ContextProvider(glass, { context: storeContext, initialValue: store });
  new ContextProvider(glass, {
    context: deviceContext,
    initialValue: screenConfig({ panel, distanceMm, ...config }),
  });
  new ContextProvider(glass, { context: mediaContext, initialValue: media });
  document.body.append(glass);
  glass.append(board);
  await settled(board);
  return board;
}
