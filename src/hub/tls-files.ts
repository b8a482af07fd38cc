import { createPrivateKey, X509Certificate, type KeyObject } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { TlsPair } from './ops/certificate.ts';
import { CannotStart } from './start-hub.ts';

/** Reads a certificate and its key, both in PEM, and makes sure that they belong together. */
export async function readTlsFiles(certFile: string, keyFile: string): Promise<TlsPair> {
  const cert = await contentOf('TLS_CERT', certFile);
  const key = await contentOf('TLS_KEY', keyFile);
  if (!certificateIn(cert, certFile).checkPrivateKey(keyIn(key, keyFile))) {
    throw new CannotStart(
      `证书与私钥不是一对。 TLS_CERT (${certFile}) and TLS_KEY (${keyFile}): the key is not that of the certificate.`,
    );
  }
  return { cert, key };
}

async function contentOf(setting: string, file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new CannotStart(`读不了证书文件。 ${setting} names a file that cannot be read: ${why}`);
  }
}

function certificateIn(text: string, file: string): X509Certificate {
  try {
    return new X509Certificate(text);
  } catch {
    throw new CannotStart(
      `这不是证书。 TLS_CERT (${file}) is not a certificate; it wants PEM, the hub's own first and its chain after it.`,
    );
  }
}

function keyIn(text: string, file: string): KeyObject {
  try {
    return createPrivateKey(text);
  } catch {
    throw new CannotStart(`这不是私钥。 TLS_KEY (${file}) is not a key; it wants PEM without a passphrase.`);
  }
}
