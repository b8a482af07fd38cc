import assert from 'node:assert/strict';
import { mutations } from '../../../src/features/registry.ts';
import { id } from '../../../src/kernel/ids.ts';
import type { Role } from '../../../src/kernel/mutation.ts';
import type { Browser } from '../../support/browser.ts';
import type { TestHub } from '../http-support.ts';

const sample = id<'CentreId'>('sample');

/** Everybody a hub may meet, in the order of the table's columns. */
export const everybody = [
  'stranger',
  'kiosk',
  'screen',
  'console',
  'viewer',
  'canteen',
  'leader',
  'advisor',
  'manager',
] as const;
export type Who = (typeof everybody)[number];

/** A browser of each, from links as a person would open them. */
export async function browsersOf(hub: TestHub): Promise<ReadonlyMap<Who, Browser>> {
  const { links } = hub;
  await account(hub, 'viewer');
  const browsers = new Map<Who, Browser>([['stranger', hub.browser()]]);
  browsers.set('kiosk', await hub.opened(links.json.kiosk));
  browsers.set('screen', await hub.opened(links.json.screens['dining-hall']));
  for (const role of ['viewer', 'canteen', 'leader', 'advisor', 'manager'] as const)
    browsers.set(role, await signedIn(hub, role));
  const console = await signedIn(hub, 'canteen');
  assert.equal((await console.delete('/api/session')).status, 204);
  browsers.set('console', console);
  return browsers;
}

async function signedIn(hub: TestHub, accountId: string): Promise<Browser> {
  const { secret } = await hub.hub.mintLink({ target: 'account', targetId: accountId, centreId: sample });
  return hub.opened(`${hub.url}/link/${secret}`);
}

async function account(hub: TestHub, role: Role): Promise<void> {
  const row = { id: id<'AccountId'>(role), name: '看一看', role, active: true, createdAtMs: 0 };
  await hub.sync.write(sample, (tx) => tx.put('staff', 'account', role, row));
}

/** Every route of the hub, as `METHOD /path`, in the order of paths. */
export function routesOf(hub: TestHub): readonly string[] {
  const found: string[] = [];
  const above: string[] = [];
  for (const line of hub.hub.app.printRoutes({ commonPrefix: false }).split('\n')) {
    const [, indent = '', path = '', methods = ''] = /^([│ ]*)[├└]── (\S+) \(([A-Z, ]+)\)/.exec(line) ?? [];
    if (path === '') continue;
    const depth = indent.length / 4;
    above.length = depth;
    above[depth] = path;
    for (const method of methods.split(', '))
      if (method !== 'HEAD') found.push(`${method} ${above.join('').replace(/^\/(?=.)/, '/')}`);
  }
  return found.sort((a, b) => pathOf(a).localeCompare(pathOf(b)) || a.localeCompare(b));
}

const pathOf = (route: string): string => route.split(' ')[1] ?? '';

/** Whether a route lets somebody in: what it says to what they ask is its own affair. */
export async function letsIn(browser: Browser, route: string): Promise<boolean> {
  const [method = '', pattern = ''] = route.split(' ');
  const path = pattern.replace(/:\w+/g, 'nobody').replace('*', 'nothing-here');
  const named = browser.device === null ? path : `${path}?device=${browser.device}`;
  const response = await browser.fetch(named, {
    method,
    redirect: 'manual',
    // From another machine, as far as the hub can tell: what is open to its own is no door.
    headers: { 'x-forwarded-for': '192.0.2.7', 'content-type': 'application/json' },
    ...(method === 'POST' ? { body: '{}' } : {}),
  });
  await response.body?.cancel();
  assert.ok(response.status < 500, `${route} answered ${response.status}`);
  return response.status !== 401 && response.status !== 403;
}

/** Every bucket of a centre; of those of a device, another's. */
const buckets = ['city', 'centre:sample', 'kiosk:sample', 'staff:sample', 'people:sample', 'audit:sample'];
const ANOTHERS = 'device:nobody';

/** The buckets that the hub lets somebody pull, by whatever name they are asked for. */
export async function mayRead(who: Who, browser: Browser): Promise<ReadonlySet<string>> {
  const open = new Set<string>();
  if (browser.device === null) return open;
  for (const bucket of [...buckets, ANOTHERS]) {
    const answer = await browser.get(`/sync/pull?clientId=reads-${who}&bucket=${bucket}`);
    await answer.body?.cancel();
    if (answer.status === 200) open.add(bucket);
  }
  return open;
}

export const bucketNames = [...buckets, ANOTHERS];

/** The names of the changes that the hub does not refuse somebody for who they are. */
export async function mayDo(who: Who, browser: Browser): Promise<ReadonlySet<string>> {
  if (browser.device === null) return new Set();
  const names = Object.keys(mutations);
  const muts = names.map((name, at) => ({
    mid: midOf(who, at + 1),
    seq: at + 1,
    prev: at === 0 ? null : midOf(who, at),
    name,
    v: 1,
    args: { nothing: 'of the kind' },
    deviceTime: Date.now(),
    timeQuality: 'confirmed',
    age: 0,
  }));
  const answer = await browser.post('/sync/push', { clientId: `doors-${who}`, epoch: null, muts });
  if (answer.status === 401) return new Set();
  assert.equal(answer.status, 200);
  const { results }: { results: { status: string; code?: string }[] } = await answer.json();
  assert.equal(results.length, names.length);
  return new Set(names.filter((_, at) => results[at]?.code !== 'not-permitted'));
}

const midOf = (who: Who, at: number): string =>
  `0193a000-0000-7000-8000-${String(everybody.indexOf(who) + 1).padStart(4, '0')}${String(at).padStart(8, '0')}`;
