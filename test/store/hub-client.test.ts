import { expect } from 'chai';
import { isText, shape } from '../../src/kernel/guards.ts';
import { askHub, type Send } from '../../src/store/hub-client.ts';

const isNamed = shape<{ name: string }>({ name: isText });
const ask = (send: Send) => askHub({ path: '/api/thing', device: 'tv 1' }, isNamed, send);
const away = { ok: false, error: { type: 'away', code: null, waitS: null } };

describe('A question to the hub', () => {
  afterEach(() => localStorage.clear());

  it('names the device that asks, and brings the answer', async () => {
    let asked = '';
    const reply = await ask(async (path) => {
      asked = path;
      return Response.json({ name: '餐厅', newer: true });
    });
    expect(asked).to.equal('/api/thing?device=tv%201');
    expect(reply).to.deep.equal({ ok: true, value: { name: '餐厅', newer: true } });
  });

  it('takes a router’s friendly page for no answer', async () => {
    expect(await ask(async () => new Response('<h1>Welcome to our Wi-Fi</h1>'))).to.deep.equal(away);
    expect(await ask(async () => Response.json({ welcome: true }))).to.deep.equal(away);
  });

  it('takes a proxy’s page about a hub it cannot reach for no answer', async () => {
    expect(await ask(async () => new Response('Bad Gateway', { status: 502 }))).to.deep.equal(away);
  });

  it('says what the hub says is wrong, and how long to wait', async () => {
    const headers = { 'retry-after': '12', 'leling-hub': 'ours' };
    const reply = await ask(async () =>
      Response.json({ code: 'throttled', detail: '' }, { status: 429, headers }),
    );
    expect(reply).to.deep.equal({ ok: false, error: { type: 'throttled', code: 'throttled', waitS: 12 } });
  });

  for (const status of [401, 403, 404, 410, 429, 500, 511]) {
    it(`takes a ${status} of a network’s own for no answer: nobody is signed out, no code is thrown away`, async () => {
      expect(await ask(async () => new Response('<h1>Log in</h1>', { status }))).to.deep.equal(away);
      expect(await ask(async () => Response.json({ code: 'login' }, { status }))).to.deep.equal(away);
    });
  }

  describe('of a device that knows its hub', () => {
    const named =
      (hub: string, status = 200) =>
      () =>
        Promise.resolve(Response.json({ name: '餐厅' }, { status, headers: { 'leling-hub': hub } }));
    beforeEach(() => ask(named('ours')));

    it('is answered by no other hub, whether it agrees or refuses', async () => {
      const another = { ok: false, error: { type: 'away', code: 'another-hub', waitS: null } };
      expect(await ask(named('the-neighbours'))).to.deep.equal(another);
      expect(await ask(named('the-neighbours', 401))).to.deep.equal(another);
      expect((await ask(named('ours'))).ok).to.equal(true);
    });

    it('is answered by nobody who does not say who it is, however right it sounds', async () => {
      expect(await ask(async () => Response.json({ name: '餐厅' }))).to.deep.equal(away);
    });

    it('may be answered by another where that proves whose hub it is', async () => {
      const proof = await askHub(
        { path: '/api/me', device: 'tv 1', ofAnyHub: true },
        isNamed,
        named('the-neighbours'),
      );
      expect(proof.ok).to.equal(true);
      expect((await ask(named('the-neighbours'))).ok).to.equal(true);
    });
  });
});
