import type { MediaLibrary } from '../../app/contexts.ts';
import type { RowOf } from '../../kernel/rows.ts';
import type { LocalStore } from '../../protocol/client/api.ts';

export type Face = 'kiosk' | 'screen' | 'staff';

/** What a face is given when it starts. The same three are provided as contexts around it. */
export interface App {
  readonly store: LocalStore;
  readonly device: RowOf<'deviceConfig'>;
  readonly media: MediaLibrary;
}

/**
 * The shell of a face. `busy` is true while it is being used: the app is not updated then. `alarmed`: an emergency stands
 * on it. `remount` puts what it shows up anew, where a film in it stands still.
 */
export interface FaceElement extends HTMLElement {
  busy?(): boolean;
  alarmed?(): boolean;
  remount?(): void;
}
