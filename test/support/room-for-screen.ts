import { ContextProvider } from '@lit/context';
import { deviceContext, mediaContext, storeContext } from '../../src/app/contexts.ts';
import type { RowOf } from '../../src/kernel/rows.ts';
import type { FakeStore } from './fake-store.ts';

/** What a screen is put into: its store, its device, and no media. Not on the page yet. */
export function roomForScreen(store: FakeStore, config: RowOf<'deviceConfig'>): HTMLElement {
  const root = document.createElement('div');
  new ContextProvider(root, { context: storeContext, initialValue: store });
  new ContextProvider(root, { context: deviceContext, initialValue: config });
  new ContextProvider(root, {
    context: mediaContext,
    initialValue: {
      url: () => Promise.resolve(null),
      onReady: () => () => undefined,
      failed: () => undefined,
    },
  });
  return root;
}
