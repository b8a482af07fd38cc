import { locale } from '../../../i18n/index.ts';
import type { Programme } from '../model/run.ts';

/** 3:07 of a video's milliseconds. */
export function timecode(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

export const titleOf = (programme: Programme): string =>
  locale() === 'en' ? programme.titleEn : programme.title;
