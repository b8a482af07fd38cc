import { accessSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import tls from 'node:tls';
import { ensureDebianPackages } from '../../src/setup/browser.mjs';
import { run } from '../../src/setup/run.mjs';

/** Writes `NAME.crt` and `NAME.key` into a folder, good for two days, for `localhost` and `leling.house`. */
export async function makeCertificate(folder: string, name: string): Promise<void> {
  if (!hasOpenssl()) await ensureDebianPackages(['openssl']);
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  const files = ['-keyout', join(folder, `${name}.key`), '-out', join(folder, `${name}.crt`)];
  const whose = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost,DNS:leling.house'];
  await run('openssl', ['req', '-x509', ...key, ...files, '-days', '2', ...whose], { quiet: true });
}

/** The environment of a hub that serves https, by a certificate that this process trusts from now on. */
export async function tlsEnvironment(folder: string): Promise<{ TLS_CERT: string; TLS_KEY: string }> {
  await makeCertificate(folder, 'hub');
  const [TLS_CERT, TLS_KEY] = [join(folder, 'hub.crt'), join(folder, 'hub.key')];
  tls.setDefaultCACertificates([...tls.getCACertificates(), readFileSync(TLS_CERT, 'utf8')]);
  return { TLS_CERT, TLS_KEY };
}

function hasOpenssl(): boolean {
  return (process.env['PATH'] ?? '').split(':').some((folder) => {
    try {
      accessSync(join(folder, 'openssl'));
      return true;
    } catch {
      return false;
    }
  });
}
