import { isNumber } from '../../../kernel/guards.ts';
import { noteGeneration } from '../note-generation.ts';
import { notedGeneration } from '../place.ts';
import type { ReopeningStorage } from '../reopening-storage.ts';

const channelName = (name: string): string => `${name}:generation`;

/** Tells the other pages of a store that it goes on in a newer generation. */
export function tellGeneration(name: string, generation: number): void {
  const channel = new BroadcastChannel(channelName(name));
  channel.postMessage(generation);
  channel.close();
}

/** Goes along when another page has renewed the store, also where that was before anybody listened. */
export function followGenerations(name: string, storage: ReopeningStorage): void {
  new BroadcastChannel(channelName(name)).onmessage = ({ data }: MessageEvent<unknown>) => {
    if (!isNumber(data)) return;
    if (data > notedGeneration(name)) noteGeneration(name, data);
    storage.moveTo(data);
  };
  storage.moveTo(notedGeneration(name));
}
