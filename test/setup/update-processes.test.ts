import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { test } from 'node:test';
import { isOf, isStill } from '../../src/setup/update/processes.mjs';

test('an answer counts for a trial only from what the trial has started, at whatever remove', async () => {
  const shell = spawn('sh', ['-c', 'sleep 600 & echo $!; wait']);
  const other = spawn('sleep', ['600']);
  const [line] = await once(shell.stdout, 'data');
  const grandchild = Number(String(line));
  try {
    assert.ok(isOf(grandchild, shell.pid));
    assert.ok(isOf(shell.pid ?? 0, shell.pid));
    assert.ok(!isOf(other.pid ?? 0, shell.pid), 'a hub that was there already');
    assert.ok(!isOf(grandchild, undefined), 'nothing was started');
  } finally {
    process.kill(grandchild);
    shell.kill();
    other.kill();
  }
});

test('a number that was noted down counts only while its process is what it was', async () => {
  const other = spawn('cat');
  // Once it answers it is what it was started as; a moment before it may have no command yet.
  other.stdin.write('?');
  await once(other.stdout, 'data');
  const pid = other.pid ?? 0;
  assert.ok(isStill(pid, /cat/));
  assert.ok(!isStill(pid, /update\.mjs/), 'after a power cut it may be another’s');
  assert.ok(!isStill(process.pid, /./), 'even our own');
  const gone = once(other, 'exit');
  other.kill();
  await gone;
  assert.ok(!isStill(pid, /cat/));
});
