import type { AnswerHead, PushAnswer, WireMutation, WireResult } from '../../src/protocol/wire/wire.ts';
import type { Entry } from '../../src/protocol/client/records.ts';
import type { SimDevice } from './sim-device.ts';
import type { Tamper } from './tamper.ts';
import { clientOn } from './watcher.ts';

/** How far the hub is with each chain, as its answers have said. */
type Lasts = Map<string, { readonly last: number; readonly lastMid: WireMutation['mid'] | null }>;

/**
 * A hub that counts seqs and never compares mids: what has a seq it has seen is taken for done, what comes next is
 * taken whoever made it; and the client is told nothing that would let it notice.
 */
export function trustSeqs(): Tamper {
  const lasts: Lasts = new Map();
  const blind = <H extends AnswerHead>(device: SimDevice, head: H): H => {
    lasts.set(head.clientId, { last: head.last, lastMid: head.lastMid });
    const own = ownMids(device);
    const top = (clientOn(device.disk)?.nextSeq ?? 1) - 1;
    const last = Math.min(head.last, top);
    return { ...head, last, lastMid: own.get(last) ?? head.lastMid };
  };
  return {
    request: (device, request) => {
      const known = lasts.get(request.clientId) ?? { last: 0, lastMid: null };
      const seen = request.muts.filter((mut) => mut.seq <= known.last);
      const fresh = request.muts.filter((mut) => mut.seq > known.last);
      const muts = fresh.map((mut, index) => (index === 0 ? { ...mut, prev: known.lastMid } : mut));
      return {
        request: { ...request, muts },
        answer: (answer: PushAnswer): PushAnswer => {
          const head = blind(device, answer);
          if (answer.type !== 'done') return head;
          const done = seen.map(({ mid }): WireResult => ({ mid, status: 'applied' }));
          return { ...head, type: 'done', results: [...done, ...answer.results] };
        },
      };
    },
    pulled: (device, request) => ({ request, answer: (page) => blind(device, page) }),
  };
}

function ownMids(device: SimDevice): ReadonlyMap<number, WireMutation['mid']> {
  const entries = [...device.disk.list('outbox', []), ...device.disk.list('kept', []).flat()] as Entry[];
  return new Map(entries.map(({ mut }) => [mut.seq, mut.mid]));
}
