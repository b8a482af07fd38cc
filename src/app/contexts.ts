import { createContext } from '@lit/context';
import type { LocalStore } from '../protocol/client/api.ts';
import type { RowOf } from '../kernel/rows.ts';
import type { MediaLibrary } from '../store/media/library.ts';

/** The local store with the sync behind it: what views read and controls change. */
export const storeContext = createContext<LocalStore>('leling-store');

/** What is set for this device: its panel, its place, its canteen. Changes when staff change it. */
export const deviceContext = createContext<RowOf<'deviceConfig'>>('leling-device');

/** Where the device gets its videos and photos from: what it holds, not the network. */
export const mediaContext = createContext<MediaLibrary>('leling-media');

export type { MediaLibrary };
