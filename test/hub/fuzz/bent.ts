import { Chance } from '../../sim/random.ts';
import { Browser } from '../../support/browser.ts';
import { startHub, type HubProcess } from '../../support/hub.ts';
import { bent, made, type Known, type Schema } from './made.ts';

/** What came of requests each of which was one that a client sends, or that with one thing of it changed. */
export interface Bent {
  readonly statuses: Readonly<Record<string, number>>;
  /** How many got past the schemas, to what a route does: everything but 400, 404, 405, 413 and 415. */
  readonly reached: number;
  /** How the changes ended that were looked at one by one, by how they ended. */
  readonly changes: Readonly<Record<string, number>>;
  /** The changes of which at least one was carried out. */
  readonly carriedOut: readonly string[];
  readonly mistakes: readonly string[];
}

/** After so many the next hub has allowances, accounts and pairings of its own. */
const A_HUB = 1000;
const ROLES = ['manager', 'canteen', 'leader', 'advisor'] as const;

interface Parameter {
  readonly in: string;
  readonly name: string;
  readonly required?: boolean;
  readonly schema: Schema;
}

interface Route {
  readonly method: string;
  readonly path: string;
  readonly parameters: readonly Parameter[];
  readonly body: Schema | null;
}

/** A face at work: it goes on from what the hub answered last, as a client does. */
interface Face {
  readonly browser: Browser;
  clientId: string;
  last: number;
  lastMid: string | null;
  epoch: string | null;
  grants: readonly string[];
  cursors: Map<string, unknown>;
  /** Changes that are not for it: they are tried again now and then. */
  readonly notFor: Set<string>;
}

export async function fuzzBent(seed: number, requests: number): Promise<Bent> {
  const chance = new Chance(seed);
  const tally = new Tally();
  for (let done = 0; done < requests; done += A_HUB) {
    const hub = await startHub({ env: { LOG_LEVEL: 'silent' } });
    try {
      const desk = await Desk.open(hub, chance.fork(), tally);
      for (let n = Math.min(A_HUB, requests - done); n > 0; n -= 1) await desk.sendOne();
    } finally {
      await hub.dispose();
    }
  }
  return tally.whole;
}

class Tally {
  readonly #statuses: Record<string, number> = {};
  readonly #changes: Record<string, number> = {};
  readonly #carriedOut = new Set<string>();
  readonly #mistakes: string[] = [];
  #reached = 0;

  answered(status: number, asked: string, said: string): void {
    this.#statuses[status] = (this.#statuses[status] ?? 0) + 1;
    if (![400, 404, 405, 413, 415].includes(status)) this.#reached += 1;
    if (status >= 500 && this.#mistakes.length < 20) this.#mistakes.push(`${asked}\n→ ${status} ${said}`);
  }

  ended(name: string, how: string): void {
    this.#changes[how] = (this.#changes[how] ?? 0) + 1;
    if (how === 'applied') this.#carriedOut.add(name);
  }

  get whole(): Bent {
    return {
      statuses: this.#statuses,
      reached: this.#reached,
      changes: this.#changes,
      carriedOut: [...this.#carriedOut].sort(),
      mistakes: this.#mistakes,
    };
  }
}

/** The faces of one hub, and what they know of its centre. */
class Desk {
  readonly #chance: Chance;
  readonly #tally: Tally;
  readonly #faces: readonly Face[];
  readonly #routes: readonly Route[];
  readonly #changes: ReadonlyMap<string, Schema>;
  readonly #words: Map<string, string[]>;

  private constructor(
    chance: Chance,
    tally: Tally,
    faces: readonly Face[],
    routes: readonly Route[],
    changes: ReadonlyMap<string, Schema>,
    words: Map<string, string[]>,
  ) {
    this.#chance = chance;
    this.#tally = tally;
    this.#faces = faces;
    this.#routes = routes;
    this.#changes = changes;
    this.#words = words;
  }

  static async open(hub: HubProcess, chance: Chance, tally: Tally): Promise<Desk> {
    const links = [
      hub.links.kiosk,
      hub.links.screens['dining-hall'],
      ...ROLES.map((role) => hub.links.staff[role]),
    ];
    const faces: Face[] = [];
    for (const link of links) {
      const browser = new Browser(hub.url);
      await browser.open(link ?? '');
      const clientId = chance.uuid7(Date.now());
      faces.push({
        browser,
        clientId,
        last: 0,
        lastMid: null,
        epoch: null,
        grants: [],
        cursors: new Map(),
        notFor: new Set(),
      });
    }
    const { paths, components } = await (await fetch(`${hub.url}/api/openapi.json`)).json();
    const routes = routesIn(paths);
    const args: [string, Schema][] = Object.entries<Schema>(components.schemas).flatMap(([name, schema]) =>
      name.startsWith('args.') ? [[name.slice(5), schema] as [string, Schema]] : [],
    );
    const words = new Map<string, string[]>();
    for (const face of faces) await learn(face, words);
    return new Desk(chance, tally, faces, routes, new Map(args), words);
  }

  readonly #known: Known = (field) => {
    const kind = field.replace(/Id$/, '');
    return (
      this.#words.get(field) ??
      this.#words.get(kind) ??
      (/Id$|^id$/.test(field) ? (this.#words.get('id') ?? []) : [])
    );
  };

  async sendOne(): Promise<void> {
    const chance = this.#chance;
    const face = chance.pick(this.#faces);
    const isBent = chance.is(0.8);
    if (chance.is(0.6)) return this.#push(face, isBent);
    if (chance.is(0.3)) return this.#pull(face, isBent);
    return this.#ask(face, chance.pick(this.#routes), isBent);
  }

  /** A push of a few changes that follow on what the hub has of this client. */
  async #push(face: Face, isBent: boolean): Promise<void> {
    const chance = this.#chance;
    let { last, lastMid } = face;
    const muts = Array.from({ length: chance.between(1, 3) }, () => {
      const own = [...this.#changes].filter(([one]) => !face.notFor.has(one));
      const [name, schema] = chance.pick(own.length > 0 && chance.is(0.9) ? own : [...this.#changes]);
      const mid = chance.uuid7(Date.now());
      const args = made(schema, name, this.#known, chance);
      const mut = {
        mid,
        seq: (last += 1),
        prev: lastMid,
        name,
        v: name === 'checkin.claim' ? 2 : 1,
        args: isBent && chance.is(0.5) ? bent(args, chance) : args,
        deviceTime: Date.now(),
        timeQuality: chance.pick(['confirmed', 'carried', 'unknown']),
        age: chance.pick([0, 1000, null]),
      };
      lastMid = mid;
      return mut;
    });
    const whole = { clientId: face.clientId, epoch: face.epoch, muts };
    const body = isBent && chance.is(0.4) ? bent(whole, chance) : whole;
    const text = await this.#sent(face, 'POST', '/sync/push', body);
    const answer = parsed(text);
    if (answer === null || answer['clientId'] !== face.clientId) return;
    Object.assign(face, { last: answer['last'], lastMid: answer['lastMid'], epoch: answer['epoch'] });
    if (answer['type'] === 'fork' || answer['type'] === 'gap')
      Object.assign(face, { clientId: chance.uuid7(Date.now()), last: 0, lastMid: null });
    const results: readonly { mid: string; status: string; code?: string }[] = Array.isArray(
      answer['results'],
    )
      ? answer['results']
      : [];
    for (const { mid, status, code } of results) {
      const name = muts.find((mut) => mut.mid === mid)?.name ?? 'bent';
      this.#tally.ended(name, code ?? status);
      if (code === 'not-permitted') face.notFor.add(name);
      this.#words.get('mid')?.push(mid);
    }
  }

  async #pull(face: Face, isBent: boolean): Promise<void> {
    const chance = this.#chance;
    const bucket = chance.pick(face.grants);
    let cursor = face.cursors.get(bucket);
    if (isBent && cursor !== undefined) cursor = bent(cursor, chance);
    const words = {
      clientId: face.clientId,
      bucket,
      limit: chance.between(1, 500),
      snapshots: chance.is(0.3),
    };
    const asked = isBent && chance.is(0.3) ? bent(words, chance) : words;
    const query = new URLSearchParams();
    if (typeof asked === 'object' && asked !== null)
      for (const [name, value] of Object.entries(asked)) query.set(name, String(value));
    if (cursor !== undefined && chance.is(0.8))
      query.set('cursor', Buffer.from(JSON.stringify(cursor)).toString('base64url'));
    const answer = parsed(await this.#sent(face, 'GET', `/sync/pull?${query}`));
    if (answer?.['bucket'] === bucket) face.cursors.set(bucket, answer['cursor']);
  }

  /** Any other route, by what the hub's own document says of it. */
  async #ask(face: Face, { method, path, parameters, body }: Route, isBent: boolean): Promise<void> {
    const chance = this.#chance;
    const query = new URLSearchParams();
    let named = path;
    for (const { in: place, name, required = false, schema } of parameters) {
      if (name === 'device' || (!required && chance.is(0.7))) continue;
      const value = made(schema, name, this.#known, chance);
      const given = String(isBent && chance.is(0.2) ? bent(value, chance) : value);
      if (place === 'path')
        named = named.replace(`{${name}}`, encodeURIComponent(wellFormed(given)) || '%20');
      else query.set(name, given);
    }
    const whole = body === null ? undefined : made(body, path, this.#known, chance);
    const given = isBent && whole !== undefined && chance.is(0.8) ? bent(whole, chance) : whole;
    await this.#sent(face, method, query.size > 0 ? `${named}?${query}` : named, given);
  }

  async #sent({ browser }: Face, method: string, path: string, body?: unknown): Promise<string> {
    const device = `${path.includes('?') ? '&' : '?'}device=${browser.device}`;
    const headers = body === undefined ? {} : { 'content-type': 'application/json' };
    const text = body === undefined ? null : JSON.stringify(body);
    const response = await browser.fetch(path + device, { method, headers, body: text, redirect: 'manual' });
    // A live stream never ends.
    const isStream = /event-stream|video|image/.test(response.headers.get('content-type') ?? '');
    const said = isStream ? '' : await response.text();
    if (isStream) await response.body?.cancel();
    this.#tally.answered(
      response.status,
      `${method} ${path} ${(text ?? '').slice(0, 500)}`,
      said.slice(0, 300),
    );
    return said;
  }
}

/** What stands in the buckets that a face holds: the ids of each kind, and where it has come to. */
async function learn(face: Face, words: Map<string, string[]>): Promise<void> {
  const began = await face.browser.post('/sync/push', { clientId: face.clientId, epoch: null, muts: [] });
  const { grants, epoch, last, lastMid } = await began.json();
  Object.assign(face, { grants, epoch, last, lastMid });
  const note = (field: string, word: string): void => {
    const of = words.get(field) ?? [];
    if (!of.includes(word)) words.set(field, [...of, word]);
  };
  for (const bucket of face.grants) {
    const page = await (
      await face.browser.get(
        `/sync/pull?clientId=${face.clientId}&bucket=${encodeURIComponent(bucket)}&limit=500`,
      )
    ).json();
    face.cursors.set(bucket, page.cursor);
    const rows: readonly { kind: string; id: string }[] = page.rows;
    for (const { kind, id } of rows) for (const field of [kind, 'id', 'of']) note(field, id);
    note('bucket', bucket);
  }
  const [day = ''] = new Date(Date.now() + 8 * 3_600_000).toISOString().split('T');
  for (const course of words.get('course') ?? []) note('sessionId', `${course}@${day}`);
  for (const device of words.get('device') ?? [])
    for (const field of ['screenId', 'place']) note(field, device);
  for (const field of ['date', 'from', 'until', 'reviewedOn', 'expiresOn']) note(field, day);
  note('canteenId', 'main');
  note('mid', face.lastMid ?? '0193a000-0000-7000-8000-000000000001');
}

/** Signing out, or giving up a pairing, ends a face: they are the doors' to try. */
function routesIn(paths: Readonly<Record<string, Record<string, Operation>>>): readonly Route[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([method]) => method !== 'delete' && !/^\/sync\/(push|pull)|^\/link/.test(path))
      .map(([method, { parameters = [], requestBody }]) => ({
        method: method.toUpperCase(),
        path,
        parameters,
        body: requestBody?.content['application/json']?.schema ?? null,
      })),
  );
}

interface Operation {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
}

function parsed(text: string): Record<string, unknown> | null {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** An address has no halves of characters. */
const wellFormed = (text: string): string => text.replace(/[\ud800-\udfff]/g, '?');
