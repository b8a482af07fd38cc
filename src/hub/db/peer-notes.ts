import type { Moved } from '../../protocol/hub/ports.ts';

/** What one hub process tells the others of a commit. */
type Note =
  | {
      readonly by: string;
      readonly type: 'moved';
      readonly bucket: string;
      readonly from: number;
      readonly version: number;
    }
  | { readonly by: string; readonly type: 'epoch'; readonly epoch: string };

export const notesOf = (by: string, moved: readonly Moved[], epoch: string | undefined): Note[] => [
  ...moved.map(({ bucket, from, version }): Note => ({ by, type: 'moved', bucket, from, version })),
  ...(epoch === undefined ? [] : [{ by, type: 'epoch', epoch } as const]),
];

/** A note as it came in; only hubs of the same database write to the channel. */
export function parseNote(text: string): Note {
  return JSON.parse(text);
}
