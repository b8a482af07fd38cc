import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** What sherpa-onnx is told of a model: one of its families, with the files it is made of. */
export interface SherpaModel {
  readonly family: 'vits' | 'kokoro' | 'matcha';
  readonly files: Readonly<Record<string, string>>;
  /** Rules by which numbers and dates are read, where the model brings some. */
  readonly rules: readonly string[];
}

/**
 * Which model lies in a folder, told by its files as their makers name them: `voices.bin` is Kokoro's, a file `vocos…` or
 * `hifigan…` beside the model Matcha's, any other model VITS (Piper's too). Null where there is none.
 */
export async function modelIn(folder: string): Promise<SherpaModel | null> {
  const names = await readdir(folder).catch(() => []);
  const named = (pattern: RegExp): string | undefined => names.find((name) => pattern.test(name));
  const tokens = named(/^tokens\.txt$/);
  const vocoder = named(/^(?:vocos|hifigan).*\.onnx$/);
  const model = names.find((name) => name.endsWith('.onnx') && name !== vocoder);
  if (tokens === undefined || model === undefined) return null;
  const at = (name: string): string => join(folder, name);
  const more: Record<string, string> = { tokens: at(tokens) };
  const add = (field: string, name: string | undefined): void => {
    if (name !== undefined) more[field] = at(name);
  };
  const lexicons = names.filter((name) => /^lexicon.*\.txt$/.test(name));
  if (lexicons.length > 0) more['lexicon'] = lexicons.map(at).join(',');
  add('dataDir', named(/^espeak-ng-data$/));
  add('dictDir', named(/^dict$/));
  const rules = names.filter((name) => name.endsWith('.fst')).map(at);
  const voices = named(/^voices\.bin$/);
  if (voices !== undefined)
    return { family: 'kokoro', files: { ...more, model: at(model), voices: at(voices) }, rules };
  if (vocoder !== undefined)
    return { family: 'matcha', files: { ...more, acousticModel: at(model), vocoder: at(vocoder) }, rules };
  return { family: 'vits', files: { ...more, model: at(model) }, rules };
}
