import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import pino from 'pino';
import { findVoice } from '../../../src/hub/speech/find-voice.ts';
import type { Browser } from '../../support/browser.ts';
import { testHub, type TestHub } from '../http-support.ts';

interface Answer {
  readonly voice: string | null;
  readonly sounds: readonly { readonly name: string; readonly ready: boolean }[];
}

const wants = async (
  browser: Browser,
  device: string,
  texts: readonly string[],
  how: { readonly language?: string; readonly pace?: string; readonly keep?: boolean } = {},
): Promise<Answer> => {
  const body = { language: 'zh-CN', pace: 'normal', keep: true, ...how, texts };
  const answer = await browser.post(`/api/speech?device=${device}`, body);
  assert.equal(answer.status, 200);
  return answer.json();
};

const heard = async (browser: Browser, device: string, name: string | undefined): Promise<Buffer | null> => {
  const answer = await browser.get(`/api/speech/${name ?? ''}?device=${device}`);
  return answer.status === 200 ? Buffer.from(await answer.arrayBuffer()) : null;
};

/** How long a sound is, in seconds. */
const secondsOf = (wav: Buffer): number =>
  wav.readUInt32LE(wav.indexOf('data') + 4) / wav.readUInt32LE(wav.indexOf('fmt ') + 12);

const KIOSK = 'lobby-kiosk';

describe('the hub’s voice, by espeak-ng', () => {
  let hub: TestHub;
  let kiosk: Browser;
  before(async () => {
    hub = await testHub({ voiceDir: undefined });
    kiosk = await hub.opened(hub.links.json.kiosk);
  });
  after(() => hub.dispose());

  it('says a menu’s line, in both languages and slower, under a name that stays', async () => {
    const { voice, sounds } = await wants(kiosk, KIOSK, ['今天中午吃番茄炒蛋，五块钱一份。']);
    assert.match(voice ?? '', /^espeak-ng \d/);
    const normal = await heard(kiosk, KIOSK, sounds[0]?.name);
    assert.ok(normal !== null && secondsOf(normal) > 1.5, 'nothing is heard');
    const slow = await wants(kiosk, KIOSK, ['今天中午吃番茄炒蛋，五块钱一份。'], { pace: 'slow' });
    const slowly = await heard(kiosk, KIOSK, slow.sounds[0]?.name);
    assert.ok(slowly !== null && secondsOf(slowly) > 1.15 * secondsOf(normal));
    const english = await wants(kiosk, KIOSK, ['Tomato and egg'], { language: 'en' });
    assert.ok(secondsOf((await heard(kiosk, KIOSK, english.sounds[0]?.name)) ?? Buffer.alloc(0)) > 0.5);
    const again = await wants(kiosk, KIOSK, ['今天中午吃番茄炒蛋，五块钱一份。']);
    assert.deepEqual(again.sounds, [{ name: sounds[0]?.name, ready: true }]);
  });

  it('says what somebody listens for before two hundred that wait', async () => {
    const many = Array.from({ length: 200 }, (_, i) => `第 ${i} 条政策，请问养老顾问。`);
    const { sounds } = await wants(kiosk, KIOSK, many);
    assert.ok((await heard(kiosk, KIOSK, sounds[199]?.name)) !== null);
    const { sounds: still } = await wants(kiosk, KIOSK, many);
    assert.ok(still.filter(({ ready }) => !ready).length > 100, 'it waited for all of them');
  });

  it('keeps nothing on the disk of what is about one person', async () => {
    const { sounds } = await wants(kiosk, KIOSK, ['王奶奶，您这个月来了八次。'], { keep: false });
    const name = sounds[0]?.name;
    assert.ok((await heard(kiosk, KIOSK, name)) !== null);
    const kept = await readdir(join(hub.dataDir, 'speech'));
    assert.ok(kept.length > 0 && !kept.includes(name ?? ''), 'it lies on the disk');
  });

  it('says nothing to who is not paired, and nothing that is no text', async () => {
    const stranger = hub.browser();
    const { sounds } = await wants(kiosk, KIOSK, ['今天']);
    assert.equal((await stranger.get(`/api/speech/${sounds[0]?.name}?device=${KIOSK}`)).status, 401);
    const body = { language: 'zh-CN', pace: 'normal', keep: true, texts: [''] };
    assert.equal((await kiosk.post(`/api/speech?device=${KIOSK}`, body)).status, 400);
    assert.equal((await kiosk.get(`/api/speech/${'0'.repeat(64)}?device=${KIOSK}`)).status, 404);
  });

  it('makes a sound again that the disk has damaged, instead of playing noise to an elder', async () => {
    const { sounds } = await wants(kiosk, KIOSK, ['八段锦，二楼活动室。']);
    const name = sounds[0]?.name ?? '';
    const right = await heard(kiosk, KIOSK, name);
    const file = join(hub.dataDir, 'speech', name);
    const bytes = await readFile(file);
    bytes[bytes.length - 9] = (bytes[bytes.length - 9] ?? 0) ^ 0xff;
    await writeFile(file, bytes);
    assert.equal(await heard(kiosk, KIOSK, name), null);
    await wants(kiosk, KIOSK, ['八段锦，二楼活动室。']);
    assert.deepEqual(await heard(kiosk, KIOSK, name), right);
  });
});

/** An engine in the shape of sherpa-onnx-node, as a centre has it in its voice folder; what it says is a tone. */
const STAND_IN = `exports.OfflineTts = class {
  constructor(config) { this.files = config.model.vits; if (!this.files) throw new Error('no vits'); }
  generate({ text, speed }) {
    if (text.includes('说不出')) throw new Error('no phonemes');
    const samples = new Float32Array(Math.round((text.length * 2000) / speed));
    for (let i = 0; i < samples.length; i += 1) samples[i] = 0.5 * Math.sin(i / 8);
    return { samples, sampleRate: 16000 };
  }
};`;

describe('a voice that the centre names', () => {
  it('speaks instead of espeak-ng, in a thread of its own, and goes on after a text that it cannot say', async () => {
    const voiceDir = await mkdtemp(join(tmpdir(), 'leling-voice-'));
    const engine = join(voiceDir, 'node_modules', 'sherpa-onnx-node');
    await mkdir(engine, { recursive: true });
    await writeFile(join(engine, 'index.js'), STAND_IN);
    await writeFile(join(voiceDir, 'zh.onnx'), 'a model');
    await writeFile(join(voiceDir, 'tokens.txt'), 'a 1');
    const hub = await testHub({ voiceDir });
    try {
      const kiosk = await hub.opened(hub.links.json.kiosk);
      const { voice, sounds } = await wants(kiosk, KIOSK, ['说不出的字', '今天有鱼']);
      assert.match(voice ?? '', /^sherpa vits/);
      assert.equal(await heard(kiosk, KIOSK, sounds[0]?.name), null);
      assert.ok((await heard(kiosk, KIOSK, sounds[1]?.name)) !== null);
    } finally {
      await hub.dispose();
      await rm(voiceDir, { recursive: true });
    }
  });

  it('is nobody where the centre wants none, though espeak-ng is there', async () => {
    assert.equal(await findVoice('none', pino({ level: 'silent' })), null);
  });

  it('is told of where it lacks something, and espeak-ng speaks meanwhile', async () => {
    const voiceDir = await mkdtemp(join(tmpdir(), 'leling-voice-'));
    const hub = await testHub({ voiceDir });
    try {
      const kiosk = await hub.opened(hub.links.json.kiosk);
      assert.match((await wants(kiosk, KIOSK, ['您好'])).voice ?? '', /^espeak-ng/);
    } finally {
      await hub.dispose();
      await rm(voiceDir, { recursive: true });
    }
  });
});
