import type { Chance } from '../../sim/random.ts';

/** A request as bytes on the wire: what no client of ours would send, or nearly what one does. */
export function fuzzed(chance: Chance, host: string, query: string, cookie: string): string {
  const method = chance.pick(METHODS);
  const path = withNoise(chance, chance.pick(PATHS));
  const body = chance.is(0.6) ? bodyOf(chance) : '';
  const lines = [
    `${method} ${path}${chance.is(0.7) ? `${path.includes('?') ? '&' : '?'}${query}` : ''} HTTP/1.1`,
    `host: ${host}`,
    ...(chance.is(0.7) ? [`cookie: ${cookie}`] : []),
    ...(body === '' ? [] : [`content-type: ${chance.pick(TYPES)}`]),
    ...(chance.is(0.2) ? [chance.pick(HEADERS)] : []),
    `content-length: ${chance.is(0.97) ? Buffer.byteLength(body) : chance.between(0, 99)}`,
    'connection: close',
  ];
  return `${lines.join('\r\n')}\r\n\r\n${body}`;
}

const METHODS = ['GET', 'POST', 'DELETE', 'PUT', 'PATCH', 'HEAD', 'OPTIONS', 'TRACE'] as const;
const PATHS = [
  '/',
  '/kiosk',
  '/staff',
  '/api/me',
  '/api/health',
  '/api/session',
  '/api/account/secret',
  '/api/accounts',
  '/api/accounts/canteen/link',
  '/api/devices/dining-hall/link',
  '/api/pairing',
  '/api/pairing/confirm',
  '/api/clock',
  '/api/attendance/months/2026-11',
  '/api/figures/month/2026-11-15',
  '/api/attendance/members/m001',
  '/api/attendance/claim?claim=c1&sessionId=baduanjin@2026-11-22&memberId=m001',
  '/come',
  '/api/come/AAAAAAAAAAAAAAAA',
  '/api/come/AAAAAAAAAAAAAAAA/names',
  '/sync/push',
  '/sync/report',
  '/sync/pull?clientId=c1&bucket=city',
  '/sync/pull?clientId=c1&bucket=centre:sample&cursor=e30',
  '/sync/snapshot?bucket=city&name=x',
  `/media/${'a'.repeat(64)}`,
  '/link/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
  '/assets/../../package.json',
  '/sw.js',
] as const;
const TYPES = [
  'application/json',
  'application/json; charset=utf-16',
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  '',
  '\u00ff/\u00fe',
] as const;
const HEADERS = [
  'range: bytes=9-1',
  'if-none-match: "x"',
  'accept: text/html',
  'accept-encoding: gzip;q=0',
  'expect: 100-continue',
  'x-forwarded-host: evil.example',
  'origin: null',
  'sec-fetch-site: cross-site',
  `x-long: ${'y'.repeat(9000)}`,
  'transfer-encoding: chunked',
] as const;
const NOISE = [
  '%00',
  '%',
  '%ff',
  '/..%2f..%2fetc%2fpasswd',
  '//',
  '%E2%80%AE',
  '?__proto__[x]=1',
  '?device=a&device=b',
  `?q=${'z'.repeat(5000)}`,
  ';x=1',
  '#frag',
  '%C0%AE%C0%AE/',
] as const;
const VALUES: readonly unknown[] = [
  null,
  true,
  -1,
  1e308,
  2 ** 53,
  '',
  '\u0000',
  '\ud800',
  '\u202e王',
  'x'.repeat(3000),
  [],
  {},
  [[[[[[[[]]]]]]]],
  { constructor: { prototype: { x: 1 } } },
];
const FIELDS = [
  'name',
  'secret',
  'kind',
  'code',
  'role',
  'nowMs',
  'muts',
  'reports',
  'clientId',
  'epoch',
  'actor',
] as const;

const withNoise = (chance: Chance, path: string): string =>
  chance.is(0.3) ? path + chance.pick(NOISE) : path;

function bodyOf(chance: Chance): string {
  const kind = chance.between(0, 9);
  if (kind === 0) return '{"__proto__":{"admin":true},"constructor":{"prototype":{}}}';
  if (kind === 1) return '['.repeat(chance.between(1, 20_000));
  if (kind === 2) return `{"a":${'{"a":'.repeat(5000)}1${'}'.repeat(5001)}`;
  if (kind === 3) return '{"name":';
  if (kind === 4) return 'x'.repeat(chance.between(1, 90_000));
  const muts = Array.from({ length: chance.between(0, 4) }, (_, n) => mutation(chance, n + 1));
  const body: Record<string, unknown> = {
    clientId: `f${chance.between(1, 9)}`,
    epoch: null,
    muts,
    kind: 'kiosk',
  };
  for (let n = chance.between(0, 4); n > 0; n -= 1) body[chance.pick(FIELDS)] = chance.pick(VALUES);
  return JSON.stringify(body);
}

function mutation(chance: Chance, seq: number): unknown {
  const whole: Record<string, unknown> = {
    mid: chance.uuid7(1_764_000_000_000),
    seq,
    prev: null,
    name: chance.pick([
      'checkin.claim',
      'help.call',
      'menu.publish',
      'member.save',
      '__proto__',
      'toString',
      'x',
    ]),
    v: chance.pick([1, 2, 0, 99]),
    args: chance.pick(VALUES),
    deviceTime: 1_764_000_000_000,
    timeQuality: 'confirmed',
    age: 0,
  };
  if (chance.is(0.5)) whole[chance.pick(Object.keys(whole))] = chance.pick(VALUES);
  return whole;
}
