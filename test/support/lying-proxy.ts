import {
  createServer,
  request as ask,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { ownPort } from './own-port.ts';

/** What answers in the hub's place, or does to its answers. Each has been met: a hotel, a router, a switch, a bad disk. */
export type Lie =
  /** A page of the network's own, to everything, as 200. */
  | 'html-200'
  /** Well-formed JSON that is nobody's answer. */
  | 'json-200'
  | 'empty-200'
  /** Sign in to the network first. */
  | '401'
  | '302-to-login'
  | '403'
  | '404'
  | '410'
  | '429'
  | '500'
  | '511'
  /** The hub's answer, broken off in its middle and yet ended as if whole. */
  | 'cut-body'
  /** Another hub answers: somebody has plugged in the neighbours' box. */
  | 'other-hub'
  /** The hub's own answer and name, with its numbers made what no number of the hub's is. */
  | 'bent-numbers'
  /** The hub's own answer and name, with a field of it gone, or of another kind. */
  | 'bent-json'
  /** The hub's answer with one byte of it flipped. */
  | 'flipped-byte'
  /** A whole answer of the hub's, which was another request's. */
  | 'anothers-answer'
  /** Said to be compressed, and it is not. */
  | 'no-gzip'
  /** The hub's answer, and the connection is torn in its middle. */
  | 'torn-body'
  /** The hub's answer, whole, a little at a time. */
  | 'slow'
  /** Accepted, and never answered. */
  | 'silence'
  /** Answered a byte at a time. */
  | 'drip'
  /** The connection is torn. */
  | 'reset';

interface LieOptions {
  /** The paths that are lied about; all unless said otherwise. */
  readonly only?: RegExp;
  /** The port of the other hub of `other-hub`. */
  readonly otherHub?: number;
}

const LOGIN_PAGE =
  '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>请先登录 Wi-Fi</title></head>' +
  '<body><h1>请先登录 Wi-Fi</h1><form action="/login"><input name="phone"></form></body></html>';
const HTML = 'text/html; charset=utf-8';
const PORT_FREE_WITHIN_MS = 60_000;
const SLOW_PARTS = 20;
const SLOW_REST_MS = 150;

/** A network between the faces and their hub that tells the truth until it is told to lie. */
export class LyingProxy {
  readonly #server: Server;
  readonly #hubPort: number;
  readonly #sockets = new Set<Socket>();
  #lie: Lie | null = null;
  #only: RegExp = /^/;
  #otherHub = 0;
  /** What the hub answered last since it is lied about. */
  #last: Answered | null = null;
  /** The requests that were lied to since the last change, as `METHOD /path`. */
  readonly lied: string[] = [];
  readonly #heard = new Set<() => void>();
  /** The hub's streams that are passed on just now, by their path. */
  readonly #streams = new Map<IncomingMessage, string>();

  private constructor(hubPort: number) {
    this.#hubPort = hubPort;
    this.#server = createServer((request, response) => this.#answer(request, response));
    this.#server.on('connection', (socket) => {
      this.#sockets.add(socket);
      socket.once('close', () => this.#sockets.delete(socket));
    });
  }

  /** Listens before a hub, on a port that no other test has unless one is given. */
  static async before(hubPort: number, given?: number): Promise<LyingProxy> {
    const proxy = new LyingProxy(hubPort);
    const port = given ?? (await ownPort());
    const giveUpAt = Date.now() + PORT_FREE_WITHIN_MS;
    // Whoever on this machine has been given the port meanwhile lets it go again.
    while (!(await proxy.#listens(port)) && Date.now() < giveUpAt)
      await new Promise((resolve) => setTimeout(resolve, 500));
    if (!proxy.#server.listening) throw new Error(`not within ${PORT_FREE_WITHIN_MS / 1000} s: port ${port}`);
    return proxy;
  }

  /** False where somebody has the port just now. */
  #listens(port: number): Promise<boolean> {
    return new Promise((resolve, reject) => {
      const failed = (error: NodeJS.ErrnoException): void =>
        error.code === 'EADDRINUSE' ? resolve(false) : reject(error);
      this.#server.once('error', failed);
      this.#server.listen(port, 'localhost', () => {
        this.#server.off('error', failed);
        resolve(true);
      });
    });
  }

  get port(): number {
    const address: AddressInfo | string | null = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('the proxy does not listen');
    return address.port;
  }

  get url(): string {
    return `http://localhost:${this.port}`;
  }

  /** The same address, as whoever is behind the proxy must spell it. */
  through(link: string): string {
    const address = new URL(link);
    address.port = String(this.port);
    return address.href;
  }

  /** From now on it lies; what is under way (a live stream) is cut, as a network that changes hands cuts it. */
  lie(lie: Lie, { only = /^/, otherHub = 0 }: LieOptions = {}): void {
    this.#otherHub = otherHub;
    this.#become(lie, only);
  }

  /** From now on the hub is heard again. */
  tellTheTruth(): void {
    this.#become(null, /^/);
  }

  /** Nothing comes through any more of the streams that stand now, and neither end is told: a line that died on its way. */
  hush(about: RegExp): void {
    for (const [stream, path] of this.#streams) if (about.test(path)) stream.unpipe().resume();
  }

  /** Resolves once so many requests whose `METHOD /path` fits have been lied to since the last change. */
  async hasLied(times = 1, about = /^/): Promise<void> {
    while (this.lied.filter((line) => about.test(line)).length < times)
      await new Promise<void>((resolve) => this.#heard.add(resolve));
  }

  async close(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()));
    this.#cut();
    await closed;
  }

  #become(lie: Lie | null, only: RegExp): void {
    this.#lie = lie;
    this.#only = only;
    this.#last = null;
    this.lied.length = 0;
    this.#cut();
  }

  #cut(): void {
    for (const socket of this.#sockets) socket.destroy();
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    const lie = this.#only.test(request.url ?? '') ? this.#lie : null;
    if (lie === null) return this.#pass(request, response);
    request.resume();
    switch (lie) {
      case 'html-200':
        return this.#said(request, response, 200, LOGIN_PAGE, HTML);
      case 'json-200':
        return this.#said(request, response, 200, '{"result":"ok","data":{"online":false},"code":0}');
      case 'empty-200':
        return this.#said(request, response, 200, '');
      case '302-to-login':
        response.setHeader('location', '/login?from=portal');
        return request.url?.startsWith('/login') === true
          ? this.#said(request, response, 200, LOGIN_PAGE, HTML)
          : this.#said(request, response, 302, '', HTML);
      case '401':
      case '403':
      case '404':
      case '410':
      case '429':
      case '500':
      case '511':
        return this.#said(request, response, Number(lie), LOGIN_PAGE, HTML);
      case 'silence':
        return this.#note(request);
      case 'reset':
        request.socket.resetAndDestroy();
        return this.#note(request);
      case 'cut-body':
      case 'other-hub':
      case 'bent-numbers':
      case 'bent-json':
      case 'flipped-byte':
      case 'anothers-answer':
      case 'no-gzip':
      case 'torn-body':
      case 'slow':
      case 'drip':
        return this.#pass(request, response, lie);
    }
  }

  #said(
    request: IncomingMessage,
    response: ServerResponse,
    status: number,
    body: string,
    type = 'application/json',
  ): void {
    response.writeHead(status, { 'content-type': type, 'content-length': Buffer.byteLength(body) });
    response.end(request.method === 'HEAD' ? undefined : body);
    this.#note(request);
  }

  #note({ method, url }: IncomingMessage): void {
    this.lied.push(`${method} ${url}`);
    for (const heard of this.#heard) heard();
    this.#heard.clear();
  }

  /** Carries a request to the hub and its answer back, changed where it is lied about. */
  #pass(request: IncomingMessage, response: ServerResponse, lie: Lie | null = null): void {
    const { method, url, headers } = request;
    // What is changed is asked for plain and whole: no part that the browser holds already answers it.
    const { 'accept-encoding': _, 'if-none-match': __, 'if-modified-since': ___, ...plain } = headers;
    const port = lie === 'other-hub' ? this.#otherHub : this.#hubPort;
    const isWhole = lie === null || lie === 'other-hub';
    const forwarded = ask(
      { host: 'localhost', port, method, path: url, headers: isWhole ? headers : plain },
      (answer) => {
        const told = { ...answer.headers };
        if (isWhole || /event-stream/.test(told['content-type'] ?? '')) {
          response.writeHead(answer.statusCode ?? 502, told);
          this.#streams.set(answer, url ?? '');
          answer.once('close', () => this.#streams.delete(answer)).pipe(response);
          if (lie !== null) this.#note(request);
          return;
        }
        // The line was cut, or the hub killed, in the middle of the answer.
        this.#changed(request, response, answer, told, lie).catch(() => response.destroy());
      },
    );
    forwarded.on('error', () => response.destroy());
    response.on('close', () => forwarded.destroy());
    request.pipe(forwarded);
  }

  async #changed(
    request: IncomingMessage,
    response: ServerResponse,
    answer: IncomingMessage,
    told: IncomingMessage['headers'],
    lie: Lie,
  ): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of answer) parts.push(part);
    const own = { url: request.url, status: answer.statusCode ?? 502, told, body: Buffer.concat(parts) };
    const last = this.#last;
    this.#last = own;
    if (lie === 'anothers-answer' && (last === null || last.url === own.url)) {
      request.socket.resetAndDestroy();
      return this.#note(request);
    }
    const given = lie === 'anothers-answer' && last !== null ? last : own;
    const body = changedBody(given.body, lie);
    const { 'transfer-encoding': _, ...headers } = given.told;
    response.writeHead(given.status, {
      ...headers,
      'content-length': String(body.length),
      ...(lie === 'no-gzip' ? { 'content-encoding': 'gzip' } : {}),
    });
    this.#note(request);
    if (lie === 'drip') response.write(body.subarray(0, 1));
    else if (lie === 'torn-body') {
      response.write(body.subarray(0, Math.floor(body.length / 2)), () => request.socket.resetAndDestroy());
    } else if (lie === 'slow') await dripped(response, body);
    else response.end(body);
  }
}

/** An answer of the hub's, whole. */
interface Answered {
  readonly url: string | undefined;
  readonly status: number;
  readonly told: IncomingMessage['headers'];
  readonly body: Buffer;
}

/** Writes a body in so many parts, with a rest before each. */
async function dripped(response: ServerResponse, body: Buffer): Promise<void> {
  const part = Math.max(1, Math.ceil(body.length / SLOW_PARTS));
  for (let at = 0; at < body.length && !response.destroyed; at += part) {
    await new Promise((resolve) => setTimeout(resolve, SLOW_REST_MS));
    response.write(body.subarray(at, at + part));
  }
  response.end();
}

/** A body as the lie has it. */
function changedBody(body: Buffer, lie: Lie): Buffer {
  if (lie === 'cut-body') return body.subarray(0, Math.floor(body.length / 2));
  if (lie === 'flipped-byte') {
    const copy = Buffer.from(body);
    const at = Math.floor(copy.length / 2);
    if (copy.length > 0) copy[at] = (copy[at] ?? 0) ^ 1;
    return copy;
  }
  if (lie === 'bent-json') return bentJson(body);
  if (lie === 'bent-numbers') {
    const bent = ['null', '1e999', '-7', '"12"', '1.5'];
    let turn = 0;
    return Buffer.from(
      body
        .toString()
        .replaceAll(/(?<=":)-?\d+(?:\.\d+)?(?=[,}\]])/g, () => bent[turn++ % bent.length] ?? 'null'),
    );
  }
  return body;
}

/** A field of the answer is gone, empty, or of another kind: which, its length says. What is no JSON loses its end. */
function bentJson(body: Buffer): Buffer {
  let answer: unknown;
  try {
    answer = JSON.parse(body.toString());
  } catch {
    return body.subarray(0, Math.floor(body.length * 0.9));
  }
  if (typeof answer !== 'object' || answer === null) return Buffer.from('[]');
  const fields = Object.keys(answer);
  const field = fields[body.length % Math.max(1, fields.length)] ?? 'x';
  const bends: readonly unknown[] = [undefined, null, {}, [[]], 'x', { rows: answer }];
  return Buffer.from(JSON.stringify({ ...answer, [field]: bends[(body.length >> 3) % bends.length] }));
}
