import { webcrypto } from 'node:crypto';

const { subtle } = webcrypto;
const text = new TextEncoder();
type Bytes = Uint8Array<ArrayBuffer>;

/** What a locked phone gets to see. */
export interface Rung {
  readonly tag: string;
  readonly title: string;
  readonly body: string;
  readonly quiet: boolean;
}

/** A phone whose browser has agreed to be rung, and the push service between: it opens what was sealed for it (RFC 8291). */
export class Phone {
  readonly endpoint: string;
  readonly rung: Rung[] = [];
  /** What the push service answers. */
  answers = 201;
  #told: (() => void)[] = [];
  #refused: (() => void)[] = [];

  readonly #pair: webcrypto.CryptoKeyPair;
  readonly #point: Bytes;
  readonly #auth: Bytes;

  private constructor(name: string, pair: webcrypto.CryptoKeyPair, point: Bytes, auth: Bytes) {
    this.#pair = pair;
    this.#point = point;
    this.#auth = auth;
    this.endpoint = `https://fcm.googleapis.com/fcm/send/${name}`;
  }

  static async withName(name: string): Promise<Phone> {
    const pair = await subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, true, ['deriveBits']);
    const point = new Uint8Array(await subtle.exportKey('raw', pair.publicKey));
    return new Phone(name, pair, point, webcrypto.getRandomValues(new Uint8Array(16)));
  }

  get keys(): { readonly p256dh: string; readonly auth: string } {
    const of = (bytes: Bytes): string => Buffer.from(bytes).toString('base64url');
    return { p256dh: of(this.#point), auth: of(this.#auth) };
  }

  /** Waits until so many have come. */
  async hasRung(count: number): Promise<readonly Rung[]> {
    while (this.rung.length < count) await new Promise<void>((done) => this.#told.push(done));
    return this.rung;
  }

  /** Waits until the push service has turned the hub away. */
  hasRefused(): Promise<void> {
    return new Promise((done) => this.#refused.push(done));
  }

  refuse(): void {
    for (const done of this.#refused.splice(0)) done();
  }

  async take(sealed: Bytes): Promise<void> {
    this.rung.push(JSON.parse(await this.#open(sealed)));
    for (const done of this.#told.splice(0)) done();
  }

  async #open(sealed: Bytes): Promise<string> {
    const idLength = sealed[20] ?? 0;
    const salt = sealed.slice(0, 16);
    const sender = sealed.slice(21, 21 + idLength);
    const key = await subtle.importKey('raw', sender, { name: 'ECDH', namedCurve: 'P-256' }, false, []);
    const shared = await subtle.deriveBits({ name: 'ECDH', public: key }, this.#pair.privateKey, 256);
    const info = concat(text.encode('WebPush: info\0'), this.#point, sender);
    const secret = await derive(shared, this.#auth, info, 32);
    const cek = await derive(secret, salt, text.encode('Content-Encoding: aes128gcm\0'), 16);
    const nonce = await derive(secret, salt, text.encode('Content-Encoding: nonce\0'), 12);
    const aes = await subtle.importKey('raw', cek, 'AES-GCM', false, ['decrypt']);
    const body = sealed.slice(21 + idLength);
    const plain = new Uint8Array(await subtle.decrypt({ name: 'AES-GCM', iv: nonce }, aes, body));
    return Buffer.from(plain.slice(0, plain.lastIndexOf(2))).toString('utf8');
  }
}

/** The push service of some phones, as the hub reaches it. */
export const pushServiceOf =
  (...phones: readonly Phone[]): typeof fetch =>
  async (asked, init) => {
    const url = asked instanceof Request ? asked.url : String(asked);
    const phone = phones.find(({ endpoint }) => endpoint === url);
    if (phone === undefined) throw new TypeError(`nobody is at ${url}`);
    const headers = new Headers(init?.headers);
    if (!/^vapid t=[\w.-]+, k=[\w-]+$/.test(headers.get('authorization') ?? ''))
      return new Response('', { status: 401 });
    if (phone.answers === 201)
      await phone.take(new Uint8Array(await new Response(init?.body ?? '').arrayBuffer()));
    else phone.refuse();
    return new Response('', { status: phone.answers });
  };

async function derive(secret: ArrayBuffer | Bytes, salt: Bytes, info: Bytes, length: number): Promise<Bytes> {
  const key = await subtle.importKey('raw', secret, 'HKDF', false, ['deriveBits']);
  return new Uint8Array(
    await subtle.deriveBits({ name: 'HKDF', hash: 'SHA-256', salt, info }, key, length * 8),
  );
}

const concat = (...parts: readonly Bytes[]): Bytes => new Uint8Array(Buffer.concat(parts));
