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

/** The same of what the hub is told: null where it has not said that it has it, which it may have all the same. */
export async function tellAsDevice<T>(
  device: string,
  path: string,
  body: Readonly<Record<string, unknown>>,
  isAnswer: Guard<T>,
  send?: Send,
): Promise<T | null> {
  const reply = await askHub({ method: 'POST', path, device, body }, isAnswer, send);
  return reply.ok ? reply.value : null;
}
