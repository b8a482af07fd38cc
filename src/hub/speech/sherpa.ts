import { once } from 'node:events';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { modelIn, type SherpaModel } from './sherpa-model.ts';
import type { SherpaAnswer, SherpaAsk, SherpaWork } from './sherpa-worker.ts';
import type { Language, Pace, Voice } from './voice.ts';

/** The slowest processor needs some seconds for a sentence: a model that takes this long hangs, and all that waits with it. */
const LONGEST_MS = 120_000;
const SPEED: Readonly<Record<Pace, number>> = { normal: 0.95, slow: 0.72 };

/**
 * The voice of a model folder that the centre names (`LELING_VOICE`), spoken by sherpa-onnx-node, which is installed in
 * that same folder. A model lies in it for both languages, or one each in folders `zh-CN` and `en`.
 * Rejects with an error that says what is missing.
 */
export async function sherpaVoice(folder: string): Promise<Voice> {
  const both = await modelIn(folder);
  const models: Record<Language, SherpaModel | null> = {
    'zh-CN': (await modelIn(join(folder, 'zh-CN'))) ?? both,
    en: (await modelIn(join(folder, 'en'))) ?? both,
  };
  if (models['zh-CN'] === null)
    throw new Error(`${folder} holds no voice: a model (.onnx) and its tokens.txt`);
  const speakers = new Map<SherpaModel, Speaker>();
  const speakerOf = (model: SherpaModel): Speaker => {
    const speaker = speakers.get(model) ?? new Speaker({ folder, model, speaker: 0 });
    speakers.set(model, speaker);
    return speaker;
  };
  return {
    id: `sherpa ${await Promise.all(Object.values(models).map(sizeOf)).then((sizes) => sizes.join(' '))}`,
    say: async (text, language, pace) => {
      const model = models[language];
      if (model === null) throw new Error(`no voice for ${language}`);
      return speakerOf(model).say({ text, speed: SPEED[pace] });
    },
    close: async () => {
      await Promise.all([...speakers.values()].map((speaker) => speaker.close()));
    },
  };
}

/** Another model under the same name sounds otherwise: they differ in size. */
async function sizeOf(model: SherpaModel | null): Promise<string> {
  if (model === null) return '-';
  const file = model.files['model'] ?? model.files['acousticModel'] ?? '';
  return `${model.family}:${(await stat(file)).size}`;
}

/** A model at work in a thread of its own, begun with the first sentence; one that has died is begun anew. */
class Speaker {
  readonly #work: SherpaWork;
  #worker: Worker | null = null;

  constructor(work: SherpaWork) {
    this.#work = work;
  }

  async say(asked: SherpaAsk): Promise<Buffer> {
    const worker = (this.#worker ??= new Worker(new URL('sherpa-worker.ts', import.meta.url), {
      workerData: this.#work,
    }));
    const ended = new AbortController();
    const signal = AbortSignal.any([ended.signal, AbortSignal.timeout(LONGEST_MS)]);
    try {
      worker.postMessage(asked);
      const answer = await Promise.race([
        once(worker, 'message', { signal }).then(([heard]: SherpaAnswer[]) => heard),
        once(worker, 'exit', { signal }).then(() => undefined),
      ]);
      if (answer === undefined) throw new Error('the voice has ended');
      if (!answer.ok) throw new Error(answer.why);
      return Buffer.from(answer.wav);
    } catch (error) {
      this.#worker = null;
      await worker.terminate();
      throw error;
    } finally {
      ended.abort();
    }
  }

  async close(): Promise<void> {
    await this.#worker?.terminate();
    this.#worker = null;
  }
}
