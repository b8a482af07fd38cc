import type { AnswerHead, WireResult } from '../../src/protocol/wire/wire.ts';
import type { Tamper } from './tamper.ts';

/** The client is told that everything it sends has arrived and is safe, before anything has. */
export function deleteOnSend(): Tamper {
  return {
    transport: (_device, plain) => {
      let head: AnswerHead | null = null;
      return {
        pull: (request) => plain.pull(request),
        report: (request) => plain.report(request),
        async push(request) {
          const newest = request.muts[request.muts.length - 1];
          const sent = plain.push(request);
          if (head === null || newest === undefined || head.clientId !== request.clientId) {
            const reply = await sent;
            if (reply.ok) head = reply.value;
            return reply;
          }
          const results = request.muts.map(({ mid }): WireResult => ({ mid, status: 'applied' }));
          return {
            ok: true,
            value: {
              ...head,
              last: newest.seq,
              lastMid: newest.mid,
              safe: newest.seq,
              type: 'done',
              results,
            },
          };
        },
      };
    },
  };
}
