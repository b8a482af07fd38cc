import { id, type MediaHash } from '../../../kernel/ids.ts';
import type { Programme } from '../../../features/exercise/model/run.ts';

/** The film's data as the script that drew it wrote it down: what the programme is, and more. */
export interface FilmData {
  readonly id: string;
  readonly title: string;
  readonly titleEn: string;
  readonly durationMs: number;
  readonly mirrored: boolean;
  readonly forms: readonly (Omit<Programme['forms'][number], 'beats'> & {
    readonly beats: readonly {
      readonly atMs: number;
      readonly count: number;
      readonly side: 'left' | 'right' | 'both';
      readonly cue?: string;
      readonly cueEn?: string;
    }[];
  })[];
}

/** The programme of a film. */
export function programmeFrom(film: FilmData, video: MediaHash, poster: MediaHash | null): Programme {
  return {
    id: id(film.id),
    title: film.title,
    titleEn: film.titleEn,
    durationMs: film.durationMs,
    mirrored: film.mirrored,
    video,
    poster,
    forms: film.forms.map(({ key, number, name, nameEn, cue, cueEn, startMs, endMs, beats }) => ({
      key,
      number,
      name,
      nameEn,
      cue,
      cueEn,
      startMs,
      endMs,
      beats: beats.map((beat) => ({
        atMs: beat.atMs,
        count: beat.count,
        side: beat.side,
        cue: beat.cue ?? null,
        cueEn: beat.cueEn ?? null,
      })),
    })),
  };
}
