import type { Ending } from './player.ts';

/** Chromium's own voices begin to be told of some time after they are first asked for. */
const voices = (): readonly SpeechSynthesisVoice[] =>
  'speechSynthesis' in window ? speechSynthesis.getVoices() : [];

/** A voice of this machine in a language, one that needs no network: the last resort, where the hub has none. */
function ownVoice(language: string): SpeechSynthesisVoice | undefined {
  const short = language.slice(0, 2);
  return voices().find((voice) => voice.localService && voice.lang.toLowerCase().startsWith(short));
}

export const hasOwnVoice = (): boolean => ownVoice('zh') !== undefined;

/** Says a sentence by the machine's own voice; `silent` where there is none. */
export function sayByOwnVoice(text: string, language: string, volume: number, rate: number): Promise<Ending> {
  const voice = ownVoice(language);
  if (voice === undefined) return Promise.resolve('silent');
  return new Promise((resolve) => {
    const words = new SpeechSynthesisUtterance(text);
    words.voice = voice;
    words.lang = voice.lang;
    words.volume = volume;
    words.rate = rate;
    words.onend = () => resolve('said');
    words.onerror = ({ error }) =>
      resolve(error === 'canceled' || error === 'interrupted' ? 'stopped' : 'silent');
    speechSynthesis.speak(words);
  });
}

export function stopOwnVoice(): void {
  if ('speechSynthesis' in window) speechSynthesis.cancel();
}
