import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { LOAD } from '../load-limits.ts';
import { addressKey } from './address-key.ts';

type Limits = { readonly [K in 'inAll' | 'strange' | 'ofOneAddress' | 'ofOneDevice']: number };

interface Connection {
  socket: Socket;
  readonly place: string;
  /** The device whose cookie has come over it; null while nobody has proved who they are. */
  deviceId: string | null;
  /** A request that has been read whole and is being answered. */
  answering: IncomingMessage | null;
}

/**
 * The connections of a hub. Who has proved to be a paired device keeps theirs; of the others there is room for so many,
 * and when another comes, one goes: of the same address where that has its share, one that has asked for nothing yet, the
 * oldest first. So a flood that opens and does not speak cuts itself off, and a kiosk that comes to check somebody in, who
 * is unknown until its request is read, is the newest and is heard.
 */
export class Connections {
  readonly #limits: Limits;
  /** By the two ends of the wire, which the socket and what TLS makes of it share; the oldest first. */
  readonly #open = new Map<string, Connection>();
  readonly #strange = new Set<Connection>();
  readonly #byDevice = new Map<string, number>();
  /** How many have been cut to make room. */
  cut = 0;

  constructor(limits: Limits) {
    this.#limits = limits;
  }

  /** Beyond it not even a newcomer is taken: then the hub's own files would have no descriptor. */
  get mostInAll(): number {
    return this.#limits.inAll;
  }

  /** Watches over a server's connections. */
  watch(server: Server): void {
    server.on('connection', (socket: Socket) => this.#add(socket));
    server.on('secureConnection', (socket: Socket) => {
      const known = this.#open.get(wire(socket));
      if (known !== undefined) known.socket = socket;
    });
    server.on('request', (request: IncomingMessage, response: ServerResponse) => {
      const one = this.#open.get(wire(request.socket));
      if (one === undefined) return;
      one.answering = request;
      response.once('close', () => (one.answering = null));
    });
  }

  /** A paired device has proved itself over a connection. */
  proved(socket: Socket, deviceId: string): void {
    const one = this.#open.get(wire(socket));
    const held = this.#byDevice.get(deviceId) ?? 0;
    if (one === undefined || one.deviceId !== null || held >= this.#limits.ofOneDevice) return;
    one.deviceId = deviceId;
    this.#byDevice.set(deviceId, held + 1);
    this.#strange.delete(one);
  }

  /** The hub stops: whoever is still connected is cut, those too that the server itself does not know yet. */
  endAll(): void {
    for (const { socket } of this.#open.values()) socket.destroy();
  }

  #add(socket: Socket): void {
    const key = wire(socket);
    const one: Connection = {
      socket,
      place: addressKey(socket.remoteAddress ?? ''),
      deviceId: null,
      answering: null,
    };
    this.#open.set(key, one);
    this.#strange.add(one);
    socket.once('close', () => this.#forget(key, one));
    const ofPlace = [...this.#strange].filter(({ place }) => place === one.place);
    if (ofPlace.length > this.#limits.ofOneAddress) this.#cutOne(ofPlace);
    else if (this.#strange.size > this.#limits.strange) this.#cutOne([...this.#strange]);
  }

  /** The oldest that asks for nothing, or is still saying what; else the oldest. */
  #cutOne(among: readonly Connection[]): void {
    const one = among.find(({ answering }) => answering?.complete !== true) ?? among[0];
    if (one === undefined) return;
    this.#strange.delete(one);
    this.cut += 1;
    one.socket.destroy();
  }

  #forget(key: string, one: Connection): void {
    if (this.#open.get(key) === one) this.#open.delete(key);
    this.#strange.delete(one);
    if (one.deviceId === null) return;
    const left = (this.#byDevice.get(one.deviceId) ?? 1) - 1;
    if (left > 0) this.#byDevice.set(one.deviceId, left);
    else this.#byDevice.delete(one.deviceId);
  }
}

const wire = ({ remoteAddress, remotePort, localPort }: Socket): string =>
  `${remoteAddress} ${remotePort} ${localPort}`;

/** What a process that may have so many descriptors open has room for. */
export function roomFor(descriptors: number): Limits {
  const { own, ofOneAddress, ofOneDevice, mostStrange } = LOAD.connections;
  const room = Math.max(64, descriptors - own);
  const strange = Math.min(mostStrange, Math.floor(room / 2));
  return { strange, ofOneAddress: Math.min(ofOneAddress, strange), ofOneDevice, inAll: room };
}
