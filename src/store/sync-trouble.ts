import { isText, shape, type Guard } from '../kernel/guards.ts';
import type { Heard } from '../protocol/client/believe.ts';
import type { Reply } from '../protocol/client/ports.ts';
import { askHub } from './hub-client.ts';
import { judged } from './not-believed.ts';

/** Somebody else's hub is asked no oftener whether it has become this device's. */
const PROOF_EVERY_MS = 30_000;
const provedAt = new Map<string, number>();

const AWAY = { ok: false, error: { type: 'away' } } as const;

/** What an answer of the sync comes to that was not simply believed. */
export function replyOf<T>(heard: Heard, isAnswer: Guard<T>, device: string): Reply<T> {
  const { status, body } = heard;
  const judgement = judged(heard, isAnswer, true);
  switch (judgement.type) {
    case 'older':
      return { ok: true, value: judgement.value };
    case 'another':
      askForProof(device);
      return AWAY;
    case 'nobody':
      return AWAY;
    case 'refusal':
      if (status === 401) return { ok: false, error: { type: 'unauthorised' } };
      // The hub itself is stopping, or what stands before it cannot reach it.
      if (status >= 502 && status <= 504) return AWAY;
      return { ok: false, error: { type: 'problem', status, detail: JSON.stringify(body) ?? '' } };
  }
}

/**
 * Another hub answers. Where it knows this device's token it is this device's by now (a link of a new centre was opened
 * here, a backup from before hubs had ids was put back), and is believed from then on.
 */
function askForProof(device: string): void {
  const now = performance.now();
  if (now - (provedAt.get(device) ?? -Infinity) < PROOF_EVERY_MS) return;
  provedAt.set(device, now);
  const isThis = (value: unknown): value is string => value === device;
  const isMine = shape({ device: shape({ id: isThis }), actorKey: isText });
  void askHub({ path: '/api/me', device, ofAnyHub: true }, isMine);
}
