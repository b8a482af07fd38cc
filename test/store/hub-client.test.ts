import { expect } from 'chai';
import { isText, shape } from '../../src/kernel/guards.ts';
import { askHub, type Send } from '../../src/store/hub-client.ts';

const isNamed = shape<{ name: string }>({ name: isText });
const ask = (send: Send) => askHub({ path: '/api/thing', device: 'tv 1' }, isNamed, send);
const away = { ok: false, error: { type: 'away', code: null, waitS: null } };

describe('A question to the hub', () => {
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
    const reply = await ask(async () =>
      Response.json({ code: 'throttled', detail: '' }, { status: 429, headers: { 'retry-after': '12' } }),
    );
    expect(reply).to.deep.equal({ ok: false, error: { type: 'throttled', code: 'throttled', waitS: 12 } });
  });
});
