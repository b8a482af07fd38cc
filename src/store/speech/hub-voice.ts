import { isBoolean, isText, listOf, orNull, shape } from '../../kernel/guards.ts';
import { HUB_HEADER } from '../../protocol/wire/limits.ts';
import { askHub } from '../hub-client.ts';
import { knownHub } from '../known-hub.ts';
import { readText, writeText } from '../local-texts.ts';
import { SoundCache } from './sound-cache.ts';

/** How a text is to be said. */
interface Manner {
  readonly language: 'zh-CN' | 'en';
  readonly pace: 'normal' | 'slow';
}

/** Texts that may be wanted, all to be said in one manner. */
interface Ahead {
  readonly texts: readonly string[];
  readonly manner: Manner;
}

interface Sounds {
  readonly voice: string | null;
  readonly sounds: readonly { readonly name: string; readonly ready: boolean }[];
}

const areSounds = shape<Sounds>({
  voice: orNull(isText),
  sounds: listOf(shape<Sounds['sounds'][number]>({ name: isText, ready: isBoolean })),
});

const voiceKey = 'leling:voice';
/** As many as the hub takes in one question, and as long ones: one that is longer would have all of them refused. */
const AT_ONCE = 200;
const LONGEST = 300;
const canBeAsked = (text: string): boolean => text !== '' && text.length <= LONGEST;
/** A sentence takes the hub some 30 ms; one that is asked for behind a busy hour of others, some seconds. */
const PATIENCE_MS = 12_000;

/** The hub's voice, as a device hears it: what it has heard once, or wanted ahead of time, it says without the hub too. */
export class HubVoice {
  readonly #device: string;
  readonly #cache: SoundCache;
  #ahead: readonly Ahead[] = [];

  constructor(device: string, cache = new SoundCache()) {
    this.#device = device;
    this.#cache = cache;
  }

  /** Whether the hub had a voice when it was last asked. */
  get #speaks(): boolean {
    return (readText(voiceKey) ?? '') !== '';
  }

  /** Asks the hub whether it has a voice, for a text to try. False too where nobody answers and none is known. */
  async find(text: string, language: Manner['language']): Promise<boolean> {
    await this.#want([text], { language, pace: 'normal' }, true);
    return this.#speaks;
  }

  /**
   * One text as sound: from this device, or from the hub. Null where it cannot be had now.
   * @param keep false for what is about one person: it is kept nowhere
   */
  async soundOf(text: string, manner: Manner, keep: boolean): Promise<Blob | null> {
    const held = await this.#held(text, manner);
    if (held !== null || !canBeAsked(text)) return held;
    const [name] = (await this.#want([text], manner, keep)) ?? [];
    return name === undefined ? null : this.#fetch(name, text, manner, keep);
  }

  /** Says all that may be wanted ahead as it is now: what else is kept makes room for it. */
  wants(all: readonly Ahead[]): void {
    this.#ahead = all;
    this.#cache.want(all.flatMap(({ texts, manner }) => texts.map((text) => this.#keyOf(text, manner))));
  }

  /**
   * Has texts at hand before anybody listens, one after the other, as long as there is room for them. Returns whether all
   * that have room are.
   * @param goOn asked before each; false ends it, as somebody is using the glass, or other texts come first
   */
  async ahead(texts: readonly string[], manner: Manner, goOn: () => boolean): Promise<boolean> {
    const missing: string[] = [];
    for (const text of new Set(texts.filter(canBeAsked)))
      if (!(await this.#cache.has(this.#keyOf(text, manner)))) missing.push(text);
    for (let at = 0; at < missing.length; at += AT_ONCE) {
      const some = missing.slice(at, at + AT_ONCE);
      if (!(await this.#cache.hasRoomAhead())) return true;
      const names = await this.#want(some, manner, true);
      if (names === null) return false;
      for (const [i, name] of names.entries()) {
        if (!goOn()) return false;
        if (!(await this.#cache.hasRoomAhead())) return true;
        await this.#fetch(name, some[i] ?? '', manner, true);
      }
    }
    return true;
  }

  async #held(text: string, manner: Manner): Promise<Blob | null> {
    const key = this.#keyOf(text, manner);
    const sound = await this.#cache.read(key);
    if (sound === null || (await isSound(sound))) return sound;
    await this.#cache.forget(key);
    return null;
  }

  /** What the texts' sounds are called; null where the hub does not say so, and none where it has no voice. */
  async #want(texts: readonly string[], manner: Manner, keep: boolean): Promise<readonly string[] | null> {
    const body = { ...manner, keep, texts };
    const answer = await askHub(
      { method: 'POST', path: '/api/speech', device: this.#device, body },
      areSounds,
    );
    if (!answer.ok) return null;
    const speaker = answer.value.voice ?? '';
    const isAnother = speaker !== readText(voiceKey);
    writeText(voiceKey, speaker);
    // What it says goes by other keys.
    if (isAnother) this.wants(this.#ahead);
    return answer.value.sounds.map(({ name }) => name);
  }

  async #fetch(name: string, text: string, manner: Manner, keep: boolean): Promise<Blob | null> {
    const abort = new AbortController();
    const timer = setTimeout(() => abort.abort(), PATIENCE_MS);
    try {
      const address = `/api/speech/${name}?device=${encodeURIComponent(this.#device)}`;
      const response = await fetch(address, { cache: 'no-store', signal: abort.signal });
      if (!response.ok || response.redirected || response.headers.get(HUB_HEADER) !== knownHub.id())
        return null;
      const sound = new Blob([await response.arrayBuffer()], { type: 'audio/wav' });
      if (!(await isSound(sound))) return null;
      if (keep) await this.#cache.keep(this.#keyOf(text, manner), sound);
      return sound;
    } catch {
      return null;
    } finally {
      clearTimeout(timer);
    }
  }

  /** Another voice says everything anew. */
  #keyOf(text: string, { language, pace }: Manner): string {
    return `/${[readText(voiceKey) ?? '', language, pace, text].map(encodeURIComponent).join('/')}`;
  }
}

/** A WAV file that is as long as its head says: half a one, or a page of somebody else's, is none. */
async function isSound(blob: Blob): Promise<boolean> {
  const head = new DataView(await new Response(blob.slice(0, 12)).arrayBuffer());
  const riff = 0x52494646;
  return head.byteLength === 12 && head.getUint32(0) === riff && head.getUint32(4, true) + 8 === blob.size;
}
