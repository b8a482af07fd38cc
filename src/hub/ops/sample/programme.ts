import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Programme } from '../../../features/exercise/model/run.ts';
import { id } from '../../../kernel/ids.ts';
import type { RowOf } from '../../../kernel/rows.ts';

type MediaItem = RowOf<'media'>;

/** What the programmes are seen and heard with, as it lies in the media store. */
export interface ProgrammeMedia {
  readonly video: MediaItem;
  readonly poster: MediaItem | null;
  readonly music?: MediaItem;
}

type Form = Programme['forms'][number];

/** A programme as the script that made it wrote it down. */
interface Written extends Pick<Programme, 'title' | 'titleEn' | 'durationMs' | 'mirrored' | 'coach'> {
  readonly id: string;
  readonly forms: readonly (Omit<Form, 'beats'> & {
    readonly beats: readonly (Omit<Form['beats'][number], 'cue' | 'cueEn'> & {
      readonly cue?: string;
      readonly cueEn?: string;
    })[];
  })[];
}

const FILES = ['baduanjin', 'baduanjin-seated', 'hand-exercises'] as const;

/** The programmes that come with the product: one has a film too, all are drawn by the device. */
export const sampleProgrammes = (media: ProgrammeMedia): Promise<readonly Programme[]> =>
  Promise.all(
    FILES.map(async (file) => {
      const from = new URL(`../../../../public/media/${file}.json`, import.meta.url);
      const written: Written = JSON.parse(await readFile(from, 'utf8'));
      return programmeOf(written, media, file === 'baduanjin');
    }),
  );

function programmeOf(written: Written, { video, poster, music }: ProgrammeMedia, filmed: boolean): Programme {
  const { title, titleEn, durationMs, mirrored, coach, forms } = written;
  return {
    id: id(written.id),
    title,
    titleEn,
    durationMs,
    mirrored,
    ...(filmed ? { video: video.id } : {}),
    poster: filmed ? (poster?.id ?? null) : null,
    ...(music === undefined ? {} : { music: music.id }),
    ...(coach === undefined ? {} : { coach }),
    forms: forms.map(({ beats, ...form }) => ({
      ...form,
      beats: beats.map(({ cue = null, cueEn = null, ...beat }) => ({ ...beat, cue, cueEn })),
    })),
  };
}

/** The first round that came with the product, of four minutes, as it was sown. */
const FIRST = '18bdbde9f2414ed95983fca9dc149a62279e78ab05e6b5f3d34e529369931c8a';

/** Whether a programme is that first one and nobody has changed it. */
export function isFirstSample({ id: key, title, durationMs, forms }: Programme): boolean {
  const told = forms.map((form) => [
    ...[form.key, form.number, form.name, form.nameEn, form.cue, form.cueEn, form.startMs, form.endMs],
    form.beats.map(({ atMs, count, side, cue, cueEn }) => [atMs, count, side, cue, cueEn]),
  ]);
  const text = JSON.stringify([key, title, durationMs, told]);
  return createHash('sha256').update(text).digest('hex') === FIRST;
}
