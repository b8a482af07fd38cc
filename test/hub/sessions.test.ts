import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Sessions } from '../../src/hub/people/sessions.ts';
import type { Vault, VaultTx } from '../../src/hub/people/vault.ts';
import { id } from '../../src/kernel/ids.ts';

const DAY_MS = 86_400_000;
const cook = id<'AccountId'>('canteen');

/** A vault in memory that counts its writes. */
function memoryVault(): Vault & { writes: number } {
  const kept = new Map<string, string>();
  const tx: VaultTx = {
    get: async (kind, key) => kept.get(`${kind}|${key}`),
    list: async (kind) =>
      [...kept].flatMap(([key, data]) =>
        key.startsWith(`${kind}|`) ? [{ id: key.slice(kind.length + 1), data }] : [],
      ),
    put: (kind, key, data) => void kept.set(`${kind}|${key}`, data),
    remove: (kind, key) => void kept.delete(`${kind}|${key}`),
  };
  const vault = {
    writes: 0,
    read: <T>(work: (reader: VaultTx) => Promise<T>) => work(tx),
    write: <T>(work: (writer: VaultTx) => Promise<T>) => {
      vault.writes += 1;
      return work(tx);
    },
  };
  return vault;
}

function desk() {
  let now = Date.UTC(2026, 10, 22);
  const vault = memoryVault();
  const sessions = new Sessions(vault, () => now, 30 * DAY_MS);
  return { vault, sessions, pass: (days: number) => void (now += days * DAY_MS) };
}

/** As a request does it: whose is it, and is it to be renewed? */
async function use(sessions: Sessions, secret: string): Promise<string | undefined> {
  const found = await sessions.find('console-1', secret);
  if (found?.due === true) await sessions.renew('console-1', secret);
  return found?.accountId;
}

test('who comes every week is asked for their PIN never again', async () => {
  const { sessions, pass } = desk();
  const secret = await sessions.begin('console-1', cook);
  for (let week = 0; week < 30; week += 1) {
    pass(7);
    assert.equal(await use(sessions, secret), cook, `week ${week}`);
  }
});

test('who was away for a month is', async () => {
  const { sessions, pass } = desk();
  const secret = await sessions.begin('console-1', cook);
  pass(10);
  await use(sessions, secret);
  pass(30);
  assert.equal(await use(sessions, secret), undefined);
});

test('a day of work writes the session down once', async () => {
  const { sessions, vault, pass } = desk();
  const secret = await sessions.begin('console-1', cook);
  pass(1.5);
  const before = vault.writes;
  for (let request = 0; request < 50; request += 1) await use(sessions, secret);
  assert.equal(vault.writes - before, 1);
});

test('a session that has ended is not renewed by a request still on its way', async () => {
  const { sessions, pass } = desk();
  const secret = await sessions.begin('console-1', cook);
  pass(2);
  await sessions.endElsewhere(cook, 'console-2');
  assert.equal(await sessions.renew('console-1', secret), false);
  assert.equal(await use(sessions, secret), undefined);
});
