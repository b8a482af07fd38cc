import type { FastifyBaseLogger } from 'fastify';
import { espeakVoice } from './espeak.ts';
import { sherpaVoice } from './sherpa.ts';
import { NOBODY, type Voice } from './voice.ts';

/**
 * Who speaks on this machine: the voice the centre names, espeak-ng where it is installed, or nobody. What is wrong with
 * the named one is told, and the next speaks instead of it.
 */
export async function findVoice(
  folder: string | undefined,
  logger: FastifyBaseLogger,
): Promise<Voice | null> {
  if (folder === NOBODY) return null;
  if (folder !== undefined) {
    try {
      return await sherpaVoice(folder);
    } catch (error) {
      logger.warn({ err: error }, 'the voice in LELING_VOICE cannot speak; see src/hub/README.md');
    }
  }
  return espeakVoice();
}
