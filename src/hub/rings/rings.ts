import { buildPushPayload } from '@block65/webcrypto-web-push';
import type { FastifyBaseLogger } from 'fastify';
import type { Static } from 'typebox';
import { kindOf, openCalls } from '../../features/help/model/standing.ts';
import type { HelpCall } from '../../features/help/model/help.ts';
import { noticesNow } from '../../features/notices/model/notice.ts';
import type { CentreId } from '../../kernel/ids.ts';
import type { Poke } from '../../protocol/wire/wire.ts';
import { VaultTable, type Vault } from '../people/vault.ts';
import { systemTimers } from '../ops/timers.ts';
import type { HubSync } from '../sync/api.ts';
import { ownKeys } from './own-keys.ts';
import type { RingWanted } from './ring.schema.ts';

type Wanted = Static<typeof RingWanted>;
type WordsKey = keyof Wanted['words'];

/** What a locked phone is told: `tag` is the same for all that is said of one call, so that the newest stands for it. */
interface Message {
  readonly tag: string;
  readonly say: WordsKey;
  readonly place?: string;
  readonly name?: string;
  readonly body?: string;
}

interface News {
  /** Names it for ever: it is rung for once. */
  readonly key: string;
  readonly message: Message;
  /** The call that it ends or answers: without a ring for that, nobody need know. */
  readonly after: string | null;
}

/** What became of a ring, as far as the push service said; `not`: none was asked for. */
type Tried = 'sent' | 'unreachable' | 'gone' | 'not';

type Consoles = readonly { readonly id: string; readonly value: Wanted }[];

interface RingPorts {
  readonly vault: Vault;
  readonly sync: HubSync;
  readonly centreId: CentreId;
  readonly logger: FastifyBaseLogger;
  /** Whether somebody is signed in on a console still. */
  readonly isBegun: (deviceId: string) => Promise<boolean>;
  readonly send?: typeof fetch | undefined;
}

/** By the console's device id. */
const wanted = new VaultTable<Wanted>('ring', 'standing');
const DAY_MS = 86_400_000;
/** What has been rung for, by what it was: of several processes on one database one rings, and none after a start anew. */
const rung = new VaultTable<{ readonly atMs: number }>('rung', ({ atMs }, nowMs) => nowMs - atMs > DAY_MS);

/** A phone that is away for longer learns of it from the page. */
const LASTS_S = 600;
const PATIENCE_MS = 10_000;
const KNOWN_FOR_MS = 30_000;
/** The house's line to the world has its gaps: who was not reached is tried again after so long each, while it is still so. */
const AGAIN_AFTER_MS = [2000, 10_000, 30_000, 60_000, 120_000, 240_000] as const;
/** Who pushes to these is told that the browser has taken its word back. */
const GONE: readonly number[] = [404, 410];

/** Rings the locked phones of staff: for calls for help and emergencies, through the browsers' own services. */
export class Rings {
  readonly #ports: RingPorts;
  /** One look at a time, and one more after it where something has moved meanwhile. */
  #looking: Promise<void> | null = null;
  #again = false;
  /** Who is to be rung, as it was read last. */
  #consoles: { readonly list: Consoles; readonly readAtMs: number } | null = null;

  constructor(ports: RingPorts) {
    this.#ports = ports;
  }

  /** By what a browser knows this hub when it agrees. */
  async key(): Promise<string> {
    return (await ownKeys(this.#ports.vault)).publicKey;
  }

  /** Takes down where a console is rung, in place of what it said before, and rings it once to try where that is asked. */
  async want(deviceId: string, asked: Wanted): Promise<Tried> {
    await this.#ports.vault.write((tx) => wanted.put(tx, deviceId, asked));
    this.#consoles = null;
    return asked.tries ? this.#ring(deviceId, asked, { tag: 'try', say: 'tried' }) : 'not';
  }

  async leave(deviceId: string): Promise<void> {
    await this.#ports.vault.write((tx) => wanted.remove(tx, deviceId));
    this.#consoles = null;
  }

  /** Something has moved in a bucket: whether somebody is to be rung for it. Never rejects. */
  poke({ bucket }: Pick<Poke, 'bucket'>): Promise<void> {
    if (!/^(staff|centre):/.test(bucket)) return Promise.resolve();
    this.#again = true;
    return (this.#looking ??= this.#lookOn().finally(() => (this.#looking = null)));
  }

  async #lookOn(): Promise<void> {
    while (this.#again) {
      this.#again = false;
      try {
        await this.#look();
      } catch (error) {
        this.#ports.logger.error({ err: error }, 'nobody could be rung');
      }
    }
  }

  async #look(): Promise<void> {
    const consoles = await this.#whom();
    if (consoles.length === 0) return;
    for (const one of await this.#news()) {
      if (!(await this.#isNews(one))) continue;
      await Promise.all(consoles.map(({ id }) => this.#ringIfThere(id, one)));
    }
  }

  /** All there is to say now. */
  async #news(): Promise<readonly News[]> {
    const { sync, centreId } = this.#ports;
    const nowMs = sync.time.sure ? sync.now() : null;
    const { calls, notices } = await sync.read(centreId, async (tx) => ({
      calls: await tx.list('staff', 'helpCall'),
      notices: await tx.list('centre', 'notice'),
    }));
    const alarms = noticesNow(notices, nowMs).filter(({ level }) => level === 'emergency');
    const isOver = ({ state }: HelpCall): boolean => state === 'done' || state === 'withdrawn';
    return [
      ...[...openCalls(calls, nowMs), ...calls.filter(isOver)].map((call) => ({
        key: keyOf(call),
        message: ofCall(call),
        after: call.state === 'waiting' ? null : call.id,
      })),
      ...alarms.map(({ id, title }) => ({
        key: `alarm ${id}`,
        message: { tag: id, say: 'alarm', body: title } as const,
        after: null,
      })),
    ];
  }

  /** Read again now and then: another process of this hub may have been asked. */
  async #whom(): Promise<Consoles> {
    const nowMs = performance.now();
    if (this.#consoles === null || nowMs - this.#consoles.readAtMs > KNOWN_FOR_MS) {
      const list = await this.#ports.vault.read((tx) => wanted.list(tx));
      this.#consoles = { list, readAtMs: nowMs };
    }
    return this.#consoles.list;
  }

  /** Whether this process is the one to ring for it. What ends says so only where somebody was rung before. */
  async #isNews({ key, after }: News): Promise<boolean> {
    const { vault, sync } = this.#ports;
    if ((await vault.read((tx) => rung.get(tx, key))) !== undefined) return false;
    return vault.write(async (tx) => {
      if ((await rung.get(tx, key)) !== undefined) return false;
      if (after !== null && !(await this.#hasRung(tx, after))) return false;
      await rung.put(tx, key, { atMs: sync.now() });
      return true;
    });
  }

  async #hasRung(tx: Parameters<Parameters<Vault['read']>[0]>[0], callId: string): Promise<boolean> {
    return (await rung.get(tx, `waiting ${callId} 0`)) !== undefined;
  }

  async #ringIfThere(deviceId: string, one: News, times = 0): Promise<void> {
    const asked = (await this.#whom()).find(({ id }) => id === deviceId)?.value;
    if (asked === undefined || !(await this.#ports.isBegun(deviceId))) return;
    const pauseMs = AGAIN_AFTER_MS[times];
    if ((await this.#ring(deviceId, asked, one.message)) !== 'unreachable' || pauseMs === undefined) return;
    systemTimers.after(pauseMs, () => void this.#ringAgain(deviceId, one, times + 1));
  }

  /** Somebody may have gone to them meanwhile. Never rejects. */
  async #ringAgain(deviceId: string, one: News, times: number): Promise<void> {
    try {
      const isStill = (await this.#news()).some(({ key }) => key === one.key);
      if (isStill) await this.#ringIfThere(deviceId, one, times);
    } catch (error) {
      this.#ports.logger.error({ err: error }, 'nobody could be rung again');
    }
  }

  async #ring(deviceId: string, asked: Wanted, message: Message): Promise<Tried> {
    const { vault, logger, send = fetch } = this.#ports;
    try {
      const { body, ...how } = await buildPushPayload(
        {
          data: {
            tag: message.tag,
            title: asked.words[message.say]
              .replace('{place}', message.place ?? '')
              .replace('{name}', message.name ?? '')
              .trim(),
            body: message.body ?? '',
            quiet: message.say === 'answered' || message.say === 'over',
          },
          options: { ttl: LASTS_S, urgency: 'high' },
        },
        { endpoint: asked.endpoint, expirationTime: null, keys: asked.keys },
        { ...(await ownKeys(vault)), subject: 'https://localhost/' },
      );
      const response = await send(asked.endpoint, {
        ...how,
        method: 'POST',
        body: Buffer.from(body),
        redirect: 'error',
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      await response.body?.cancel();
      if (GONE.includes(response.status)) {
        await this.leave(deviceId);
        return 'gone';
      }
      return response.ok ? 'sent' : 'unreachable';
    } catch (error) {
      logger.warn({ err: error }, 'a phone could not be rung');
      return 'unreachable';
    }
  }
}

/** What there is to say of a call once: that it waits, each time it is asked again, that somebody comes, that it is over. */
const keyOf = ({ id, state, reminders = 0 }: HelpCall): string =>
  state === 'waiting' ? `waiting ${id} ${reminders}` : `${state} ${id}`;

function ofCall(call: HelpCall): Message {
  const { id, place, answeredBy } = call;
  switch (call.state) {
    case 'waiting':
      return { tag: id, say: kindOf(call) === 'emergency' ? 'urgent' : 'help', place };
    case 'coming':
      return { tag: id, say: 'answered', place, ...(answeredBy === null ? {} : { name: answeredBy }) };
    default:
      return { tag: id, say: 'over', place };
  }
}
