import { once } from 'node:events';
import { readFile, rm } from 'node:fs/promises';
import { Agent, request, type IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { atMost, quantile, type BenchContext, type Figure, type Measure } from '../figures.ts';
import { startSeededHub, type SeededHub } from '../support/seeded-hub.ts';

const ownMemory = fileURLToPath(new URL('../support/own-memory.mjs', import.meta.url));
const SIGN_INS_A_SECOND = 40;
/** Requests under way at once, each over a connection that is kept. */
const AT_ONCE = 16;

/** How fast pages come while somebody tries names and secrets, and what a hub holds after many requests. */
export const flood: Measure = async (context) => {
  const memoryFile = join(await context.scratch(), 'memory.json');
  const seeded = await startSeededHub(context, {
    devices: { kind: 'screen', count: AT_ONCE },
    preload: ownMemory,
    env: { LELING_MEMORY_FILE: memoryFile },
  });
  return [...(await pages(context, seeded)), ...(await memory(context, seeded, memoryFile))];
};

/** Idle and flooded in turn, so that what else the machine does falls on both. */
async function pages({ quick, say }: BenchContext, { hub }: SeededHub): Promise<readonly Figure[]> {
  const agent = new Agent({ keepAlive: true });
  const idle: number[] = [];
  const flooded: number[] = [];
  let answered = 0;
  for (let turn = 0; turn < (quick ? 2 : 6); turn += 1) {
    const isFlooded = turn % 2 === 1;
    const tries: Promise<unknown>[] = [];
    const flooding = setInterval(() => {
      if (!isFlooded) return;
      const body = JSON.stringify({ name: `nobody ${turn} ${tries.length}`, secret: '246813' });
      tries.push(
        ask(`${hub.url}/api/session`, agent, body).then(
          () => (answered += 1),
          () => undefined,
        ),
      );
    }, 1000 / SIGN_INS_A_SECOND);
    const laps: number[] = [];
    const until = performance.now() + (quick ? 4000 : 10_000);
    while (performance.now() < until) {
      const began = performance.now();
      const status = await ask(`${hub.url}/screen`, agent);
      if (status !== 200) throw new Error(`the page was answered ${status}`);
      laps.push(performance.now() - began);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    clearInterval(flooding);
    await Promise.all(tries);
    (isFlooded ? flooded : idle).push(...laps);
    say(`${isFlooded ? 'flooded' : 'idle'}: p95 ${quantile(laps, 0.95).toFixed(1)} ms of ${laps.length}`);
  }
  agent.destroy();
  const calm = quantile(idle, 0.95);
  const detail = { pages: flooded.length, signInsAnswered: answered };
  return [
    atMost('a page of an idle hub (ms, p95)', calm, null, { pages: idle.length }),
    atMost(
      `a page under ${SIGN_INS_A_SECOND} sign-ins a second (ms, p95)`,
      quantile(flooded, 0.95),
      null,
      detail,
    ),
    atMost('the same, times idle', quantile(flooded, 0.95) / calm, 3),
  ];
}

/** Of one process: what it holds after so many requests, and after ten times as many. */
async function memory(
  { quick, say }: BenchContext,
  { hub, devices }: SeededHub,
  file: string,
): Promise<readonly Figure[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
  const first = quick ? 2000 : 20_000;
  let sent = 0;
  const upTo = async (count: number): Promise<Held> => {
    const one = async ({ deviceId, cookie }: SeededHub['devices'][number]): Promise<void> => {
      while (sent < count) {
        sent += 1;
        const kinds = ['/api/health', `/api/me?device=${deviceId}`, '/screen', '/nothing-here'];
        await ask(`${hub.url}${kinds[sent % kinds.length] ?? ''}`, agent, null, cookie);
      }
    };
    await Promise.all(devices.map(one));
    const held = await heldBy(hub.pid, file);
    say(`${sent} requests: ${Math.round(held.resident / 2 ** 20)} MB resident`);
    return held;
  };
  const early = await upTo(first);
  const late = await upTo(first * 10);
  agent.destroy();
  const name = `memory after ${first * 10} requests`;
  return [
    atMost(`${name} (MB resident)`, late.resident / 2 ** 20, null, { early, late }),
    atMost(`${name}, times that after ${first}`, late.resident / early.resident, 1.1),
  ];
}

interface Held {
  readonly resident: number;
  readonly heapUsed: number;
}

async function heldBy(pid: number, file: string): Promise<Held> {
  await rm(file, { force: true });
  process.kill(pid, 'SIGUSR2');
  for (;;) {
    const text = await readFile(file, 'utf8').catch(() => '');
    if (text.endsWith('}')) return JSON.parse(text);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** The status of an answer, once it is here whole. */
async function ask(url: string, agent: Agent, body: string | null = null, cookie = ''): Promise<number> {
  const headers = body === null ? { cookie } : { 'content-type': 'application/json' };
  const asked = request(url, { agent, headers, method: body === null ? 'GET' : 'POST' });
  asked.end(body ?? undefined);
  const [response]: IncomingMessage[] = await once(asked, 'response');
  if (response === undefined) throw new Error('no answer');
  response.resume();
  await once(response, 'end');
  return response.statusCode ?? 0;
}
