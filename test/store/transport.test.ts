import { expect } from 'chai';
import { id } from '../../src/kernel/ids.ts';
import type { PullRequest } from '../../src/protocol/wire/wire.ts';
import { anotherHubAnswers } from '../../src/store/not-believed.ts';
import { FetchTransport } from '../../src/store/transport.ts';
import { HandTimers } from '../support/hand-timers.ts';
import { until } from '../support/until.ts';

const question: PullRequest = {
  clientId: id('c'),
  bucket: 'centre:sample',
  cursor: { epoch: '新', run: 'r', version: 3, grantHash: 'g', schema: 1 },
  limit: 1000,
};

const row = (id: string, version: number) => ({ kind: 'notice', id, version, data: {} });
const head = {
  clientId: 'c',
  epoch: 'e',
  last: 0,
  lastMid: null,
  safe: 0,
  grants: ['centre:sample'],
  grantHash: 'g',
  hubNow: 1_780_000_000_000,
};
const cursor = { epoch: 'e', run: 'r', version: 8, grantHash: 'g', schema: 1 };
const firstPage = {
  ...head,
  bucket: 'centre:sample',
  from: null,
  reset: false,
  more: false,
  rows: [row('since', 8)],
  cursor,
};
const done = { ...head, type: 'done', results: [] };
const snapshot = { bucket: 'centre:sample', version: 7, rows: [row('before', 6)] };

/** As this device's hub answers. */
const json = (body: unknown, init: ResponseInit = {}): Response =>
  new Response(JSON.stringify(body), { headers: { 'leling-hub': 'ours' }, ...init });
const refusal = (status: number, code: string) => ({
  type: `urn:leling:problem:${code}`,
  title: '',
  status,
  detail: '',
  code,
});
const away = { ok: false, error: { type: 'away' } };

describe('the way to the hub', () => {
  const original = window.fetch;
  let answer: (address: string, init: RequestInit) => Promise<Response>;

  beforeEach(() => {
    window.fetch = (address, init) => answer(String(address), init ?? {});
  });
  afterEach(() => {
    window.fetch = original;
    localStorage.clear();
  });

  const transport = new FetchTransport('dining-hall');

  it('names the device in every request and spells the cursor so that it survives an address', async () => {
    let asked = '';
    answer = async (address) => {
      asked = address;
      return json(firstPage);
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
      return json(done);
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
      if (address.startsWith('/sync/snapshot')) return json(refusal(404, 'no-snapshot'), { status: 404 });
      return json(address.includes('snapshots=true') ? { ...firstPage, snapshot: 'r.7' } : firstPage);
    };
    expect(await transport.pull({ ...question, cursor: null })).to.deep.equal({ ok: true, value: firstPage });
    expect(asked.length).to.equal(3);
  });

  it('waits for a slow line as long as something comes', async () => {
    const text = JSON.stringify(firstPage);
    const parts = [0, 1, 2, 3].map((part) => text.slice(part * 60, part === 3 ? undefined : (part + 1) * 60));
    answer = async (_address, { signal }) =>
      new Response(
        new ReadableStream({
          start(controller) {
            // As a browser does with what is called off.
            signal?.addEventListener('abort', () => controller.error(new DOMException('', 'AbortError')));
          },
          async pull(controller) {
            await new Promise((resolve) => setTimeout(resolve, 400));
            const part = parts.shift();
            if (part === undefined) controller.close();
            else controller.enqueue(new TextEncoder().encode(part));
          },
        }),
      );
    // No time passes but what the test lets pass: a machine that stands still is no hub that does.
    const timers = new HandTimers();
    timers.take();
    try {
      const reply = new FetchTransport('dining-hall', 500).pull(question);
      for (let part = 0; part <= 4; part += 1) {
        // The line's, and that of whoever has waited since the part before.
        await until(() => timers.waiting === 2);
        await new Promise((resolve) => requestAnimationFrame(resolve));
        timers.pass(400);
      }
      expect(await reply).to.deep.equal({ ok: true, value: firstPage });
    } finally {
      timers.giveBack();
    }
  });

  it('calls a hub away that accepts and never answers', async () => {
    answer = (_address, init) =>
      new Promise((_resolve, reject) => {
        init.signal?.addEventListener('abort', () => reject(new DOMException('', 'AbortError')));
      });
    expect(await new FetchTransport('dining-hall', 50).pull(question)).to.deep.equal(away);
  });

  it('calls a hub away that breaks off in the middle of an answer', async () => {
    answer = async () => new Response('{"rows": [');
    expect(await transport.pull(question)).to.deep.equal({ ok: false, error: { type: 'away' } });
  });

  it('tells a device that is no longer known from a hub that is away and from one with a problem', async () => {
    const endsAs = async (status: number, code: string): Promise<unknown> => {
      answer = async () => json(refusal(status, code), { status });
      const reply = await transport.push({ clientId: id('c'), epoch: null, muts: [] });
      return reply.ok ? 'ok' : reply.error;
    };
    expect(await endsAs(401, 'unknown-device')).to.deep.equal({ type: 'unauthorised' });
    expect(await endsAs(503, 'stopping')).to.deep.equal({ type: 'away' });
    expect(await endsAs(413, 'too-large')).to.deep.include({ type: 'problem', status: 413 });
  });

  describe('where something else answers at the hub’s address', () => {
    const page = '<!doctype html><h1>请先登录 Wi-Fi</h1>';
    const lies: readonly (readonly [string, () => Response])[] = [
      ['a page', () => new Response(page, { headers: { 'content-type': 'text/html' } })],
      ['nothing, well', () => new Response('')],
      ['JSON of its own', () => new Response('{"result":"ok","hubNow":12}')],
      ['the right words and no id', () => new Response(JSON.stringify({ ...firstPage, clientId: 'other' }))],
      ...[302, 400, 401, 403, 404, 410, 413, 429, 500, 511].map(
        (status) => [`a ${status} of its own`, () => new Response(page, { status })] as const,
      ),
      ['a 401 in JSON', () => new Response('{"error":"login required"}', { status: 401 })],
      ['a 401 of another hub', () => json(refusal(401, 'unknown-device'), other(401))],
      ['all of another hub', () => json(firstPage, other(200))],
    ];
    const other = (status: number): ResponseInit => ({ status, headers: { 'leling-hub': 'the-neighbours' } });

    for (const [what, say] of lies) {
      it(`its hub is away while it is told ${what}, and there as soon as it answers itself`, async () => {
        answer = async () => json(firstPage);
        expect(await transport.pull(question)).to.deep.equal({ ok: true, value: firstPage });
        answer = async () => say();
        expect(await transport.pull(question)).to.deep.equal(away);
        expect(await transport.push({ clientId: id('c'), epoch: null, muts: [] })).to.deep.equal(away);
        expect(await transport.report({ reports: [] })).to.deep.equal(away);
        answer = async () => json(firstPage);
        expect(await transport.pull(question)).to.deep.equal({ ok: true, value: firstPage });
      });
    }

    for (const bent of [
      { hubNow: null },
      { hubNow: '1780000000000' },
      { hubNow: 1e300 },
      { last: -1 },
      { safe: 1.5 },
      { grants: 'all' },
      { rows: [{ kind: 'notice', id: 'x', version: 8, data: 'text' }] },
      { rows: [{ kind: 'notice', id: '', version: 8, data: {} }] },
      { cursor: null },
      { clientId: 'somebody' },
      { bucket: 'city' },
    ]) {
      it(`nothing is used of an answer with ${JSON.stringify(bent)} in it, though the hub’s name is on it`, async () => {
        answer = async () => json({ ...firstPage, ...bent });
        expect(await transport.pull(question)).to.deep.equal(away);
      });
    }

    it('takes the answers of a hub that was put back to a build without a name', async () => {
      answer = async () => json(firstPage);
      await transport.pull(question);
      answer = async () => new Response(JSON.stringify(firstPage));
      expect(await transport.pull(question)).to.deep.equal({ ok: true, value: firstPage });
      answer = async () => new Response(JSON.stringify(refusal(401, 'unknown-device')), { status: 401 });
      expect(await transport.pull(question)).to.deep.equal({ ok: false, error: { type: 'unauthorised' } });
    });

    it('another hub that knows this device’s token is its hub from then on: a link of a new centre was opened', async () => {
      answer = async () => json(firstPage);
      const here = new FetchTransport('exercise-room');
      await here.pull(question);
      const me = { device: { id: 'exercise-room' }, actorKey: 'device' };
      const asked: string[] = [];
      answer = async (address) => {
        asked.push(address);
        return json(address.startsWith('/api/me') ? me : firstPage, other(200));
      };
      expect(await here.pull(question)).to.deep.equal(away);
      expect(anotherHubAnswers()).to.equal(true);
      while (localStorage.getItem('leling:hub') !== 'the-neighbours')
        await new Promise((resolve) => setTimeout(resolve));
      expect(await here.pull(question)).to.deep.equal({ ok: true, value: firstPage });
      expect(asked.filter((address) => address.startsWith('/api/me'))).to.have.length(1);
    });
  });
});
