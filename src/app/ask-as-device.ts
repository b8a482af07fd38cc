import type { Guard } from '../kernel/guards.ts';
import { askHub, type Send } from '../store/hub-client.ts';

/** What the hub answers a device at once, for what no device holds; null where it does not. Nothing of it is kept. */
export async function askAsDevice<T>(
  device: string,
  path: string,
  isAnswer: Guard<T>,
  send?: Send,
): Promise<T | null> {
  const reply = await askHub({ path, device }, isAnswer, send);
  return reply.ok ? reply.value : null;
}
