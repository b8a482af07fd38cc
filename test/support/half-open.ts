import { connect, type Socket } from 'node:net';

/** The beginning of a greeting that says it is 512 bytes long, and of which no more comes. */
const HALF_A_HELLO = Buffer.concat([Buffer.from([22, 3, 1, 2, 0, 1, 0, 1, 252, 3, 3]), Buffer.alloc(180, 7)]);

/** Connections that begin to agree on a secret with a hub, and stop in the middle. */
export class HalfOpen {
  readonly #sockets: readonly Socket[];
  /** Resolves once each has been opened and has said its half, or was cut before. */
  readonly said: Promise<unknown>;
  /** Resolves once the hub has ended them all. */
  readonly ended: Promise<unknown>;

  constructor(port: number, count: number) {
    this.#sockets = Array.from({ length: count }, () => connect(port, 'localhost'));
    const closed = this.#sockets.map(
      (socket) =>
        new Promise<void>((resolve) => socket.on('error', () => undefined).once('close', () => resolve())),
    );
    this.said = Promise.all(
      this.#sockets.map((socket, at) =>
        Promise.race([
          closed[at],
          new Promise<void>((resolve) =>
            socket.once('connect', () => socket.write(HALF_A_HELLO, () => resolve())),
          ),
        ]),
      ),
    );
    this.ended = Promise.all(closed);
  }

  dispose(): void {
    for (const socket of this.#sockets) socket.destroy();
  }
}
