import assert from 'node:assert/strict';
import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { request, type RequestOptions } from 'node:https';
import type { IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { makeCertificate } from '../support/certificate.ts';
import { runHub, startHub, type HubProcess } from '../support/hub.ts';

describe('a hub with a certificate', () => {
  let folder: string;
  let hub: HubProcess;
  let trusted = 'hub.crt';
  const file = (name: string): string => join(folder, name);

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'leling-tls-'));
    await makeCertificate(folder, 'hub');
    await makeCertificate(folder, 'other');
    hub = await startHub({ env: { TLS_CERT: file('hub.crt'), TLS_KEY: file('hub.key') } });
  });
  after(async () => {
    await hub.dispose();
    await rm(folder, { recursive: true });
  });

  test('answers over https, by which browsers let a screen keep its programme offline', async () => {
    const health = await ask('/api/health');
    assert.equal(health.status, 200);
    // It is good for two days more: time to renew it.
    const { status, troubles } = JSON.parse(health.body);
    assert.equal(status, 'mind');
    assert.deepEqual(
      troubles.map(({ code }: { code: string }) => code),
      ['certificate-ends'],
    );
    assert.match(health.headers['strict-transport-security'] ?? '', /max-age=\d+/);
  });

  test('goes by the names in its certificate, told nothing else', async () => {
    const by = async (host: string) =>
      (await ask('/api/health', { servername: 'localhost', headers: { host } })).status;
    assert.equal(await by('leling.house'), 200);
    assert.equal(await by('other.house'), 421);
  });

  test('prints links that begin with https', () => {
    for (const link of [hub.links.hub, hub.links.kiosk, ...Object.values(hub.links.staff)])
      assert.match(link ?? '', /^https:\/\/localhost:/);
  });

  test('gives cookies that never leave over plain http', async () => {
    const opened = await ask(new URL(hub.links.staff['manager'] ?? '').pathname);
    assert.equal(opened.status, 303);
    const cookies = opened.headers['set-cookie'] ?? [];
    assert.equal(cookies.length, 2);
    for (const cookie of cookies) assert.match(cookie, /; HttpOnly; Secure; SameSite=Lax/);
    const cookie = cookies.map((one) => one.split(';', 1)[0]).join('; ');
    const page = new URL(opened.headers.location ?? '', hub.links.hub);
    const me = await ask(`/api/me${page.search}`, { headers: { cookie } });
    assert.equal(JSON.parse(me.body).account.role, 'manager');
  });

  test('does not start with files that do not belong together, and says which', async () => {
    await writeFile(file('junk'), 'not a certificate');
    const saysWith = async (cert: string, key: string): Promise<string> => {
      const ended = await runHub([], {
        PORT: '0',
        LELING_DATA: file('data'),
        TLS_CERT: file(cert),
        TLS_KEY: file(key),
      });
      assert.equal(ended.code, 1);
      assert.doesNotMatch(ended.output, /^\s+at /m, 'a sentence, not a stack');
      return ended.output;
    };
    assert.match(await saysWith('hub.crt', 'other.key'), /the key is not that of the certificate/);
    assert.match(await saysWith('junk', 'hub.key'), /TLS_CERT \(.*junk\).* is not a certificate/);
    assert.match(await saysWith('hub.crt', 'junk'), /TLS_KEY \(.*junk\).* is not a key/);
    assert.match(await saysWith('none', 'hub.key'), /TLS_CERT names a file that cannot be read.*none/);
  });

  test('takes a renewed certificate without a restart; one that does not fit leaves the old in its place', async () => {
    await writeFile(file('before.crt'), await readFile(file('hub.crt')));
    const codes = async (): Promise<string[]> => {
      const { troubles } = JSON.parse((await ask('/api/health')).body);
      return troubles.map(({ code }: { code: string }) => code);
    };
    // Half of a renewal: the key is still the old one.
    await copyFile(file('other.crt'), file('hub.crt'));
    process.kill(hub.pid, 'SIGHUP');
    trusted = 'before.crt';
    while (!(await codes()).includes('certificate-unusable')) await new Promise(setImmediate);
    await copyFile(file('other.key'), file('hub.key'));
    process.kill(hub.pid, 'SIGHUP');
    trusted = 'other.crt';
    // Who trusts the new one alone is let in once it is shown.
    while ((await ask('/api/health').catch(() => null)) === null) await new Promise(setImmediate);
    assert.ok(!(await codes()).includes('certificate-unusable'));
    assert.match(hub.output, /the key is not that of the certificate/);
  });

  /** A request by somebody who trusts this certificate and no other. */
  async function ask(path: string, options: RequestOptions = {}): Promise<Answer> {
    const ca = await readFile(file(trusted));
    return new Promise((resolve, reject) => {
      request(`https://localhost:${hub.port}${path}`, { ca, ...options }, (response) => {
        let body = '';
        response.setEncoding('utf8').on('data', (part: string) => (body += part));
        response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, body }));
      })
        .on('error', reject)
        .end();
    });
  }
});

interface Answer {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}
