import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { parseArgs } from 'node:util';
import { Chance } from '../../sim/random.ts';
import { Browser } from '../../support/browser.ts';
import { startHub } from '../../support/hub.ts';
import { fuzzBent } from './bent.ts';
import { fuzzed } from './requests.ts';

/** What came of so many requests, by the status of their answers; `cut` where the hub ended the connection without one. */
interface Fuzzed {
  readonly statuses: Readonly<Record<string, number>>;
  /** The first requests that the hub made a mistake at. */
  readonly mistakes: readonly string[];
  /** Resident memory, bytes: after a tenth of the requests, and at the end. */
  readonly memory: readonly [number, number];
}

/** Sends a real hub, in a process of its own, so many requests that nobody would. */
export async function fuzz(seed: number, requests: number): Promise<Fuzzed> {
  const hub = await startHub({ env: { LOG_LEVEL: 'silent' } });
  try {
    const chance = new Chance(seed);
    const faces = [hub.links.kiosk, hub.links.staff['manager']].map(async (link) => {
      const browser = new Browser(hub.url);
      await browser.open(link ?? '');
      const cookie = browser.setCookies.map((line) => line.split(';')[0]).join('; ');
      return { query: `device=${browser.device}`, cookie };
    });
    const devices = await Promise.all(faces);
    const statuses: Record<string, number> = {};
    const mistakes: string[] = [];
    const memory: number[] = [];
    for (let n = 0; n < requests; n += 1) {
      const { query, cookie } = chance.pick(devices);
      const text = fuzzed(chance, `localhost:${hub.port}`, query, cookie);
      const answer = await said(hub.port, text);
      const status = /^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 'cut';
      statuses[status] = (statuses[status] ?? 0) + 1;
      if (status.startsWith('5') && mistakes.length < 20)
        mistakes.push(`${text.slice(0, 600)}\n→ ${answer.slice(-300)}`);
      if (n === Math.floor(requests / 10) || n === requests - 1) memory.push(residentBytes(hub.pid));
    }
    const [early = 0, late = 0] = memory;
    return { statuses, mistakes, memory: [early, late] };
  } finally {
    await hub.dispose();
  }
}

/** Sends it, and gives what is answered until the hub has ended the connection, or half a second of silence. */
async function said(port: number, text: string): Promise<string> {
  const socket = connect(port, 'localhost');
  let answer = '';
  socket.on('data', (data: Buffer) => {
    if (answer.length < 2000) answer += data.toString('latin1');
  });
  socket.on('error', () => undefined);
  socket.setTimeout(500, () => socket.destroy());
  socket.write(text);
  await once(socket, 'close').catch(() => undefined);
  return answer;
}

const residentBytes = (pid: number): number =>
  Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024;

if (process.argv[1] === import.meta.filename) {
  const { values } = parseArgs({
    options: {
      seed: { type: 'string', default: '1' },
      requests: { type: 'string', default: '20000' },
      // `noise`, `bent`, or half of each.
      kind: { type: 'string', default: 'both' },
    },
  });
  const [seed, kind] = [Number(values.seed), values.kind];
  const requests = Number(values.requests) / (kind === 'both' ? 2 : 1);
  const noise = kind === 'bent' ? null : await fuzz(seed, requests);
  const bent = kind === 'noise' ? null : await fuzzBent(seed, requests);
  const mistakes = [...(noise?.mistakes ?? []), ...(bent?.mistakes ?? [])];
  for (const one of mistakes) process.stderr.write(`${one}\n\n`);
  process.stdout.write(`${JSON.stringify({ seed, noise, bent, mistakes: mistakes.length }, null, 2)}\n`);
  process.exit(mistakes.length === 0 ? 0 : 1);
}
