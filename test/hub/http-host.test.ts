import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { hostname, networkInterfaces } from 'node:os';
import { after, before, test } from 'node:test';
import { isOwnHost } from '../../src/hub/http/own-host.ts';
import { testHub, type TestHub } from './http-support.ts';

const nobodyElse = { publicUrl: null, more: [] };

let hub: TestHub;
before(async () => {
  hub = await testHub();
});
after(() => hub.dispose());

/** Says exactly this over a connection of its own, and gives the whole answer. */
async function said(text: string): Promise<string> {
  const socket = connect(hub.port, 'localhost');
  socket.end(text);
  let answer = '';
  socket.on('data', (data: Buffer) => (answer += data.toString()));
  await once(socket, 'close');
  return answer;
}

test('links are made of no name that a request has made up, and nothing is served by one', async () => {
  const manager = await hub.opened(hub.links.json.staff['manager']);
  const cookie = manager.setCookies.map((line) => line.split(';')[0]).join('; ');
  const ask = (host: string, more = '') =>
    said(
      `POST /api/accounts/canteen/link?device=${manager.device} HTTP/1.1\r\nhost: ${host}\r\n${more}` +
        `cookie: ${cookie}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`,
    );
  const forged = await ask('evil.example');
  assert.match(forged, /^HTTP\/1\.1 421 /);
  assert.doesNotMatch(forged, /evil|\/link\//);
  assert.match(forged, /LELING_HOSTS/, 'it says how a name becomes the hub’s');
  const behind = await ask(`localhost:${hub.port}`, 'x-forwarded-host: evil.example\r\n');
  assert.match(behind, /^HTTP\/1\.1 201 /);
  assert.ok(behind.includes(`http://localhost:${hub.port}/link/`), behind);
});

test('a person who comes by another name is told what to do, in a page without that name', async () => {
  const answer = await said(
    'GET /kiosk HTTP/1.1\r\nhost: <script>.example\r\naccept: text/html\r\nconnection: close\r\n\r\n',
  );
  assert.match(answer, /^HTTP\/1\.1 421 /);
  assert.match(answer, /请用主机启动时显示的地址打开/);
  assert.doesNotMatch(answer, /script>\./);
});

test('the names and addresses that the machine really has are its own', () => {
  const addresses = Object.values(networkInterfaces()).flatMap((those) => those ?? []);
  for (const { address, family } of addresses) {
    const host = family === 'IPv6' ? `[${address.replace(/%.*/, '')}]:8080` : `${address}:8080`;
    assert.ok(isOwnHost(host, nobodyElse), host);
  }
  for (const host of ['localhost', 'localhost:8080', '127.0.0.1', '[::1]:8080', 'LOCALHOST.'])
    assert.ok(isOwnHost(host, nobodyElse), host);
  const [short] = hostname().split('.');
  for (const host of [hostname(), `${short}.local`, `${short}.lan:8080`])
    assert.ok(isOwnHost(host, nobodyElse), host);
});

test('a container is reached by the address of the machine around it', () => {
  for (const host of ['192.168.1.10:8080', '10.0.0.7', '172.20.3.4', '[fd00::7]'])
    assert.ok(isOwnHost(host, nobodyElse), host);
});

test('what people have given it is its own too; nothing else is', () => {
  const given = {
    publicUrl: 'https://hub.example',
    more: ['leling.house:8080', '203.0.113.9', 'https://bar.example:8443/'],
  };
  for (const host of [
    'hub.example',
    'bar.example:8443',
    'HUB.example:443',
    'leling.house',
    '203.0.113.9:8080',
  ])
    assert.ok(isOwnHost(host, given), host);
  for (const host of [
    'evil.example',
    'hub.example.evil.example',
    '8.8.8.8',
    'localhost@evil.example',
    'localhost/x',
    '',
    undefined,
  ])
    assert.ok(!isOwnHost(host, given), String(host));
});
