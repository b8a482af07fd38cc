import { expect } from 'chai';
import { id } from '../../src/kernel/ids.ts';
import type { PullRequest } from '../../src/protocol/wire/wire.ts';
import { FetchTransport } from '../../src/store/transport.ts';

const question: PullRequest = {
  clientId: id('c'),
  bucket: 'centre:sample',
  cursor: { epoch: '新', run: 'r', version: 3, grantHash: 'g', schema: 1 },
  limit: 1000,
};

const row = (id: string, version: number) => ({ kind: 'notice', id, version, data: {} });
const firstPage = { bucket: 'centre:sample', reset: true, more: false, rows: [row('since', 8)] };
const snapshot = { bucket: 'centre:sample', version: 7, rows: [row('before', 6)] };
const json = (body: unknown): Response => new Response(JSON.stringify(body));

describe('the way to the hub', () => {
  const original = window.fetch;
  let answer: (address: string, init: RequestInit) => Promise<Response>;

  beforeEach(() => {
    window.fetch = (address, init) => answer(String(address), init ?? {});
  });
  afterEach(() => {
    window.fetch = original;
  });

  const transport = new FetchTransport('dining-hall', 50);

  it('names the device in every request and spells the cursor so that it survives an address', async () => {
    let asked = '';
    answer = async (address) => {
      asked = address;
      return new Response('{}');
    };
    await transport.pull(question);
    const { searchParams } = new URL(asked, location.href);
    expect(searchParams.get('device')).to.equal('dining-hall');
    const text = atob((searchParams.get('cursor') ?? '').replace(/-/g, '+').replace(/_/g, '/'));
    const bytes = Uint8Array.from(text, (char) => char.charCodeAt(0));
    expect(JSON.parse(new TextDecoder().decode(bytes))).to.deep.equal(question.cursor);
  });

  it('says in address and body whom a push is for; to a hub of protocol 1 in the address alone', async () => {
    const asked: { actor: string | null; body: Record<string, unknown> }[] = [];
    answer = async (address, { body }) => {
      const actor = new URL(address, location.href).searchParams.get('actor');
      asked.push({ actor, body: JSON.parse(String(body)) });
      return json({});
    };
    const push = { actor: 'canteen', clientId: id<'ClientId'>('c'), epoch: null, muts: [] };
    await transport.push({ ...push, protocol: 2 });
    await transport.push(push);
    const { actor: _, ...older } = push;
    expect(asked).to.deep.equal([
      { actor: 'canteen', body: { ...push, protocol: 2 } },
      { actor: 'canteen', body: { ...older, reports: [] } },
    ]);
  });

  it('makes one page of a snapshot and the changes since it', async () => {
    const asked: { address: string; cache: RequestCache | undefined }[] = [];
    answer = async (address, { cache }) => {
      asked.push({ address, cache });
      return address.startsWith('/sync/pull') ? json({ ...firstPage, snapshot: 'r.7' }) : json(snapshot);
    };
    const reply = await transport.pull({ ...question, cursor: null });
    expect(reply).to.deep.equal({
      ok: true,
      value: { ...firstPage, rows: [...snapshot.rows, ...firstPage.rows] },
    });
    expect(new URL(asked[1]?.address ?? '', location.href).searchParams.get('name')).to.equal('r.7');
    expect(asked.map(({ cache }) => cache)).to.deep.equal(['no-store', 'default']);
  });

  it('takes the pages when the snapshot is not kept any more', async () => {
    const asked: string[] = [];
    answer = async (address) => {
      asked.push(address);
      if (address.startsWith('/sync/snapshot')) return new Response('{}', { status: 404 });
      return json(address.includes('snapshots=true') ? { ...firstPage, snapshot: 'r.7' } : firstPage);
    };
    expect(await transport.pull({ ...question, cursor: null })).to.deep.equal({ ok: true, value: firstPage });
    expect(asked.length).to.equal(3);
  });

  it('waits for a slow line as long as something comes', async () => {
    const parts = ['{"rows"', ':[],', '"more"', ':false}'];
    answer = async () =>
      new Response(
        new ReadableStream({
          async pull(controller) {
            await new Promise((resolve) => setTimeout(resolve, 400));
            const part = parts.shift();
            if (part === undefined) controller.close();
            else controller.enqueue(new TextEncoder().encode(part));
          },
        }),
      );
    expect(await new FetchTransport('dining-hall', 1500).pull(question)).to.deep.equal({
      ok: true,
      value: { rows: [], more: false },
    });
  });

  it('calls a hub away that accepts and never answers', async () => {
    answer = (_address, init) =>
      new Promise((_resolve, reject) => {
        init.signal?.addEventListener('abort', () => reject(new DOMException('', 'AbortError')));
      });
    expect(await transport.pull(question)).to.deep.equal({ ok: false, error: { type: 'away' } });
  });

  it('calls a hub away that breaks off in the middle of an answer', async () => {
    answer = async () => new Response('{"rows": [');
    expect(await transport.pull(question)).to.deep.equal({ ok: false, error: { type: 'away' } });
  });

  it('tells a device that is no longer known from a hub that is away and from one with a problem', async () => {
    const endsAs = async (status: number): Promise<unknown> => {
      answer = async () => new Response('why', { status });
      const reply = await transport.push({ clientId: id('c'), epoch: null, muts: [] });
      return reply.ok ? 'ok' : reply.error;
    };
    expect(await endsAs(401)).to.deep.equal({ type: 'unauthorised' });
    expect(await endsAs(502)).to.deep.equal({ type: 'away' });
    expect(await endsAs(413)).to.deep.equal({ type: 'problem', status: 413, detail: 'why' });
  });
});
