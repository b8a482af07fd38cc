import { loudness } from '../../app/loudness.ts';
import { plays, soundLine } from '../../ui/common/plays.ts';
import type { Voice } from '../../features/exercise/board/counting-aloud.ts';
import { HubVoice } from '../../store/speech/hub-voice.ts';

/** A set that has slept takes seconds to open its loudspeaker; one that wants a touch first may never answer. */
const OPENS_MS = 5000;

/**
 * Says counts and forms in step with the picture: all of it is had from the hub ahead of time, kept on the device, and
 * lies ready in memory, so that a word begins with its frame.
 */
export class CountVoice implements Voice {
  readonly #hub: Pick<HubVoice, 'find' | 'soundOf'>;
  readonly #sounds = new Map<string, AudioBuffer>();
  #language: string | null = null;
  #context: AudioContext | null = null;
  #gain: GainNode | null = null;

  constructor(deviceId: string, hub: Pick<HubVoice, 'find' | 'soundOf'> = new HubVoice(deviceId)) {
    this.#hub = hub;
  }

  async prepare(texts: readonly string[], language: 'zh-CN' | 'en'): Promise<boolean> {
    const [first] = texts;
    if (first === undefined || !plays('sound') || !(await this.#hub.find(first, language))) return false;
    const context = (this.#context ??= soundLine());
    if (context === null) return false;
    if (this.#gain === null) {
      this.#gain = context.createGain();
      this.#gain.connect(context.destination);
    }
    // A number is written alike in both languages.
    if (language !== this.#language) this.#sounds.clear();
    this.#language = language;
    for (const text of texts) {
      if (this.#sounds.has(text)) continue;
      const sound = await this.#hub.soundOf(text, { language, pace: 'normal' }, true);
      if (sound === null || this.#context !== context) return false;
      const bytes = await new Response(sound).arrayBuffer();
      this.#sounds.set(text, await context.decodeAudioData(bytes));
    }
    return opens(context);
  }

  say(text: string, volume: number): void {
    const { state } = this.#context ?? {};
    const sound = this.#sounds.get(text);
    if (this.#context === null || this.#gain === null || sound === undefined || state !== 'running') return;
    this.#gain.gain.value = volume * loudness();
    const source = this.#context.createBufferSource();
    source.buffer = sound;
    source.connect(this.#gain);
    source.start();
  }

  close(): void {
    this.#sounds.clear();
    void this.#context?.close();
    this.#context = null;
    this.#gain = null;
  }
}

/** Whether what is put on a line is heard. */
async function opens(line: AudioContext): Promise<boolean> {
  const isOpen = (): boolean => line.state === 'running';
  if (isOpen()) return true;
  let tooLate: ReturnType<typeof setTimeout> | undefined;
  await Promise.race([
    line.resume().catch(() => undefined),
    new Promise((resolve) => (tooLate = setTimeout(resolve, OPENS_MS))),
  ]);
  clearTimeout(tooLate);
  return isOpen();
}
