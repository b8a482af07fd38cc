import { createRequire } from 'node:module';
import { constants, setPriority } from 'node:os';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { wavOf } from './sound.ts';
import type { SherpaModel } from './sherpa-model.ts';

/** What a worker is started with: where the centre has put the engine and the voices, and which of them speaks. */
export interface SherpaWork {
  readonly folder: string;
  readonly model: SherpaModel;
  readonly speaker: number;
}
export interface SherpaAsk {
  readonly text: string;
  /** 1 is as people talk. */
  readonly speed: number;
}
export type SherpaAnswer =
  | { readonly ok: true; readonly wav: Uint8Array }
  | { readonly ok: false; readonly why: string };

interface Spoken {
  readonly samples: Float32Array;
  readonly sampleRate: number;
}
interface Engine {
  generate(asked: {
    readonly text: string;
    readonly sid: number;
    readonly speed: number;
    readonly enableExternalBuffer: boolean;
  }): Spoken;
}
interface Sherpa {
  OfflineTts: new (config: object) => Engine;
}

/** One processor, and behind everything else: the hub's answers come first. */
function engineOf({ folder, model }: SherpaWork): Engine {
  const sherpa: Sherpa = createRequire(join(folder, 'voice.js'))('sherpa-onnx-node');
  return new sherpa.OfflineTts({
    model: { [model.family]: model.files, numThreads: 1, provider: 'cpu', debug: false },
    maxNumSentences: 1,
    ruleFsts: model.rules.join(','),
  });
}

const FULL = 32_767;

function inSixteenBits({ samples, sampleRate }: Spoken) {
  const sixteen = new Int16Array(samples.length);
  samples.forEach((sample, i) => (sixteen[i] = Math.round(Math.min(Math.max(sample, -1), 1) * FULL)));
  return wavOf({ perSecond: sampleRate, samples: sixteen });
}

function answer(engine: Engine, speaker: number, { text, speed }: SherpaAsk): SherpaAnswer {
  try {
    const spoken = engine.generate({ text, sid: speaker, speed, enableExternalBuffer: false });
    return { ok: true, wav: inSixteenBits(spoken) };
  } catch (error) {
    return { ok: false, why: String(error) };
  }
}

/** Only this thread, where the system has priorities for one. */
function behindEverything(): void {
  try {
    if (process.platform === 'linux') setPriority(0, constants.priority.PRIORITY_LOW);
  } catch {
    // It speaks as well beside the others.
  }
}

function work(given: SherpaWork): void {
  behindEverything();
  const engine = engineOf(given);
  parentPort?.on('message', (asked: SherpaAsk) =>
    parentPort?.postMessage(answer(engine, given.speaker, asked)),
  );
}

work(workerData);
