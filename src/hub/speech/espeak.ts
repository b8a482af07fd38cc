import { spawn } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import type { Language, Pace, Voice } from './voice.ts';

const VOICES: Readonly<Record<Language, string>> = { 'zh-CN': 'cmn', en: 'en-gb' };
/** Words a minute, as the program counts them: people talk at some 170, and to an old neighbour slower. */
const WORDS_A_MINUTE: Readonly<Record<Pace, number>> = { normal: 150, slow: 110 };
/** A sentence takes some 30 ms: what takes this long hangs. */
const LONGEST_MS = 20_000;

/** The voice of espeak-ng, where this machine has it and it can speak both languages; null where not. */
export async function espeakVoice(program = 'espeak-ng'): Promise<Voice | null> {
  let version: string;
  try {
    version = /(\d+\.\d+(?:\.\d+)?)/.exec((await run(program, ['--version'], '')).toString())?.[1] ?? '';
  } catch {
    return null;
  }
  const voice: Voice = {
    id: `espeak-ng ${version}`,
    say: (text, language, pace) =>
      run(program, ['-v', VOICES[language], '-s', String(WORDS_A_MINUTE[pace]), '--stdin', '--stdout'], text),
    close: async () => undefined,
  };
  const speaks = await Promise.all(
    (['zh-CN', 'en'] as const).map((language) =>
      voice.say('1', language, 'normal').then(
        (sound) => sound.length > 0,
        () => false,
      ),
    ),
  );
  return speaks.every(Boolean) ? voice : null;
}

/** Runs a program to its end, after the hub's own work. Resolves to what it has written. */
function run(program: string, args: readonly string[], input: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'pipe'], timeout: LONGEST_MS });
    const out: Buffer[] = [];
    const said: Buffer[] = [];
    child.stdout.on('data', (piece: Buffer) => out.push(piece));
    child.stderr.on('data', (piece: Buffer) => said.push(piece));
    child.on('error', reject);
    // A program that has ended takes no more of its input; how it ended is told below.
    child.stdin.on('error', () => undefined);
    child.on('close', (code) => {
      if (code === 0) resolve(Buffer.concat(out));
      else
        reject(new Error(`${program} ended with ${code}: ${Buffer.concat(said).toString().slice(0, 200)}`));
    });
    if (child.pid !== undefined) behindTheHub(child.pid);
    child.stdin.end(input);
  });
}

function behindTheHub(pid: number): void {
  try {
    setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // It has ended already, or the system has no such thing: it is short work.
  }
}
