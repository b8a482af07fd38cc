/** A browser as far as the hub sees one: it keeps cookies, and names its device in each request. */
export class Browser {
  #origin: string;
  readonly #cookies = new Map<string, string>();
  /** The device whose page is open. */
  device: string | null = null;

  constructor(origin: string) {
    this.#origin = origin;
  }

  /** The cookies' full text as the hub set them, newest last. */
  readonly setCookies: string[] = [];

  /** Another hub answers at the address from now on. */
  moveTo(origin: string): void {
    this.#origin = origin;
  }

  /** Opens a one-time link and goes where it leads. */
  async open(link: string): Promise<Response> {
    const response = await this.fetch(new URL(link).pathname, { redirect: 'manual' });
    const page = response.headers.get('location');
    if (page !== null) this.device = new URL(page, this.#origin).searchParams.get('device');
    return response;
  }

  get(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
    return this.fetch(this.#named(path), { headers });
  }

  post(path: string, body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
    return this.fetch(this.#named(path), {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  }

  put(path: string, body: unknown): Promise<Response> {
    return this.fetch(this.#named(path), {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  }

  delete(path: string): Promise<Response> {
    return this.fetch(this.#named(path), { method: 'DELETE' });
  }

  /** A request with this browser's cookies, as it stands. */
  async fetch(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    if (this.#cookies.size > 0)
      headers.set('cookie', [...this.#cookies].map((pair) => pair.join('=')).join('; '));
    const response = await patientFetch(`${this.#origin}${path}`, { ...init, headers });
    for (const line of response.headers.getSetCookie()) this.#keep(line);
    return response;
  }

  /** What a copy of this browser's profile would send. */
  copy(origin = this.#origin): Browser {
    const copy = new Browser(origin);
    copy.device = this.device;
    for (const [name, value] of this.#cookies) copy.#cookies.set(name, value);
    return copy;
  }

  #keep(line: string): void {
    this.setCookies.push(line);
    const [pair = '', ...attributes] = line.split('; ');
    const at = pair.indexOf('=');
    const isGone = attributes.some((one) => one.toLowerCase() === 'max-age=0');
    if (isGone) this.#cookies.delete(pair.slice(0, at));
    else this.#cookies.set(pair.slice(0, at), pair.slice(at + 1));
  }

  #named(path: string): string {
    if (this.device === null || path.includes('device=')) return path;
    return `${path}${path.includes('?') ? '&' : '?'}device=${encodeURIComponent(this.device)}`;
  }
}

/** Whoever was not let in within ten seconds has said nothing yet, and may ask again; a machine may be that busy. */
async function patientFetch(address: string, init: RequestInit): Promise<Response> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await fetch(address, init);
    } catch (error) {
      if (!isConnectTimeout(error) || tries === 6) throw error;
    }
  }
}

const isConnectTimeout = (error: unknown): boolean =>
  error instanceof Error &&
  error.cause instanceof Error &&
  'code' in error.cause &&
  error.cause.code === 'UND_ERR_CONNECT_TIMEOUT';
