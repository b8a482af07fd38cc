import assert from 'node:assert/strict';
import { connect, type Socket } from 'node:net';
import { after, before, describe, test } from 'node:test';
import { roomFor } from '../../src/hub/http/connections.ts';
import { Browser } from '../support/browser.ts';
import { LiveListener } from '../support/live.ts';
import { Pusher } from '../bench/support/pusher.ts';
import { startHub, type HubProcess } from '../support/hub.ts';

/** As a small box has it. */
const DESCRIPTORS = 1024;
const SLOW = 1500;

describe('fifteen hundred connections that send a byte now and then', () => {
  let hub: HubProcess;
  const sockets: Socket[] = [];
  const drips: NodeJS.Timeout[] = [];
  before(async () => {
    hub = await startHub({ descriptors: DESCRIPTORS });
  });
  after(async () => {
    for (const drip of drips) clearInterval(drip);
    for (const socket of sockets) socket.destroy();
    await hub.dispose();
  });

  test('are cut, and meanwhile a kiosk checks somebody in and a screen hears its pokes', async () => {
    const kiosk = new Browser(hub.url);
    await kiosk.open(hub.links.kiosk ?? '');
    const screen = new Browser(hub.url);
    await screen.open(hub.links.screens['dining-hall'] ?? '');
    const stream = await LiveListener.open(screen);
    const pusher = new Pusher((body) => kiosk.post('/sync/push', body, { connection: 'close' }));
    const sessionId = `baduanjin@${new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)}`;

    const slow = Array.from({ length: SLOW }, () => slowly(hub.port));
    await Promise.all(slow.map(({ open }) => open));
    for (let n = 0; n < 8; n += 1) {
      await pusher.push('checkin.claim', [{ sessionId, memberId: `m${String(n + 1).padStart(3, '0')}` }]);
    }
    await stream.nextOf('poke');
    stream.close();
    // Whoever was let stay for want of others to be cut has not said what it wants within the time for that.
    await Promise.all(slow.map(({ closed }) => closed));
    assert.equal((await kiosk.get('/api/me')).status, 200);
  });

  /** A connection that sends its header byte by byte. */
  function slowly(port: number): { readonly open: Promise<unknown>; readonly closed: Promise<unknown> } {
    const socket = connect(port, 'localhost');
    sockets.push(socket);
    socket.on('error', () => undefined);
    const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
    const open = Promise.race([new Promise<void>((resolve) => socket.once('connect', resolve)), closed]);
    void open.then(() => {
      socket.write('GET /kiosk HTTP/1.1\r\nhost: localhost\r\nx-slow: ');
      const drip = setInterval(() => socket.writable && socket.write('a'), 1000);
      drips.push(drip);
      void closed.then(() => clearInterval(drip));
    });
    return { open, closed };
  }
});

test('a process with few descriptors keeps half of them for who is paired', () => {
  const { strange, inAll, ofOneAddress } = roomFor(1024);
  assert.ok(inAll <= 1024 - 100, 'the hub needs some for its files');
  assert.ok(strange * 2 <= inAll);
  assert.ok(ofOneAddress <= strange);
  assert.ok(roomFor(64).strange >= 16, 'it starts all the same');
});
