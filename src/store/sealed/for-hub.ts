import { isText, shape } from '../../kernel/guards.ts';
import { sealSettled } from '../../protocol/client/seal-settled.ts';
import type { ClientStorage, Journal } from '../../protocol/client/ports.ts';
import { askHub } from '../hub-client.ts';
import { bytesOf } from './key-bytes.ts';
import { sealFor } from './seal-for.ts';

const isAnswer = shape({ key: isText });

/**
 * Seals what the hub has by the key that it gives this device, which stays in memory: whoever takes the disk has no key to
 * it. Nothing is done while the hub is away. Returns whether some of it could not be sealed yet.
 */
export async function sealForHub(device: string, storage: ClientStorage, journal: Journal): Promise<boolean> {
  const answer = await askHub({ path: '/api/sealing-key', device }, isAnswer);
  return answer.ok && sealSettled(storage, journal, sealFor(bytesOf(answer.value.key), device));
}
