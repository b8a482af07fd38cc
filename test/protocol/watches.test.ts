import assert from 'node:assert/strict';
import { test } from 'node:test';
import { id } from '../../src/kernel/ids.ts';
import type { ClientStorage, StoreTx } from '../../src/protocol/client/ports.ts';
import { Watches } from '../../src/protocol/client/watches.ts';

/** A disk that answers one question each time it is told to, and meanwhile lets them wait. */
class SlowStorage implements ClientStorage {
  readonly #waiting: (() => void)[] = [];
  reads = 0;

  async read<T>(work: (tx: StoreTx) => Promise<T>): Promise<T> {
    this.reads += 1;
    await new Promise<void>((resolve) => this.#waiting.push(resolve));
    const nothing = async (): Promise<undefined> => undefined;
    const none = async (): Promise<readonly unknown[]> => [];
    const never = (): never => {
      throw new Error('nothing is written here');
    };
    return work({
      get: nothing,
      list: none,
      put: never,
      delete: never,
      deletePrefix: never,
      deleteRange: never,
    });
  }

  write(): never {
    throw new Error('nothing is written here');
  }

  close(): void {
    this.#waiting.length = 0;
  }

  async answer(): Promise<void> {
    this.#waiting.shift()?.();
    for (let turns = 0; turns < 20; turns += 1) await Promise.resolve();
  }
}

test('a store slower than what is written to it keeps no view waiting, and is asked no more often than it answers', async () => {
  const storage = new SlowStorage();
  const watches = new Watches(
    storage,
    {
      type: 'device',
      deviceId: id('tv'),
      deviceKind: 'screen',
      centreId: id('sample'),
    },
    {},
    () => assert.fail('nothing is damaged'),
  );
  let answers = 0;
  const stop = watches.watch(
    (view) => view.list('centre', 'notice'),
    () => (answers += 1),
    (error) => assert.fail(String(error)),
  );
  for (let second = 1; second <= 10; second += 1) {
    // A hundred writes come before each answer: by then it is out of date already.
    for (let writes = 0; writes < 100; writes += 1) watches.changed(new Map([['centre/notice', null]]));
    await storage.answer();
    assert.equal(answers, second);
  }
  assert.equal(storage.reads, 11);
  stop();
});
