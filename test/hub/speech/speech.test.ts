import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it, type TestContext } from 'node:test';
import { wavOf } from '../../../src/hub/speech/sound.ts';
import { SpeechFiles } from '../../../src/hub/speech/speech-files.ts';
import { Speech } from '../../../src/hub/speech/speech.ts';
import { smallDisk } from '../../support/small-disk.ts';
import type { Voice } from '../../../src/hub/speech/voice.ts';

const wanted = { text: '今天中午吃什么', language: 'zh-CN', pace: 'normal', keep: true } as const;

describe('a text that could not be said', () => {
  const folder = mkdtempSync(join(tmpdir(), 'leling-speech-'));
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('is left alone for ten minutes and then said: the page was dumb till the hub was started again', async () => {
    let tries = 0;
    let nowMs = 0;
    const voice: Voice = {
      id: 'once hoarse',
      say: async () => {
        tries += 1;
        if (tries === 1) throw new Error('no memory');
        return wavOf({ perSecond: 22_050, samples: new Int16Array(100).fill(1000) });
      },
      close: async () => undefined,
    };
    const failures: unknown[] = [];
    const speech = new Speech(
      voice,
      new SpeechFiles(folder),
      { failed: (error) => failures.push(error) },
      () => nowMs,
    );
    const listen = async (): Promise<boolean> => {
      const [sound] = await speech.want([wanted]);
      return (await speech.sound(sound?.name ?? '')) !== undefined;
    };
    assert.equal(await listen(), false);
    assert.equal(failures.length, 1);
    nowMs = 599_000;
    assert.equal(await listen(), false);
    assert.equal(tries, 1);
    nowMs = 600_000;
    assert.equal(await listen(), true);
    await speech.stop();
  });
});

describe('sounds on a disk that is full', () => {
  it('give way to newer ones, half of them at once, and leave nothing half written', (t) =>
    onSmallDisk(t, async (folder) => {
      const files = new SpeechFiles(join(folder, 'speech'));
      const sound = (at: number): Buffer => Buffer.alloc(200_000, at);
      const names = Array.from({ length: 60 }, (_, at) => `sound-${at}`);
      for (const [at, name] of names.entries()) await files.write(name, sound(at));
      assert.deepEqual(await files.read('sound-59'), sound(59));
      const held = readdirSync(join(folder, 'speech'));
      assert.ok(held.length < 60);
      assert.deepEqual(
        held.filter((name) => name.endsWith('.part')),
        [],
      );
    }));
});

async function onSmallDisk(t: TestContext, work: (folder: string) => Promise<void>): Promise<void> {
  const disk = smallDisk(8);
  if (disk === null) return t.skip('this machine mounts no disk of its own');
  try {
    await work(disk.folder);
  } finally {
    disk.remove();
  }
}
