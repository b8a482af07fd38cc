import { isBoolean, isString, isText, orNull, shape, type Guard } from '../../../kernel/guards.ts';
import type { SessionChange } from '../model/sessions.ts';
import type { SessionDraft } from './session-draft.ts';

/** A meeting's sheet as it is kept while somebody is at it. */
export interface SessionForm {
  readonly draft: SessionDraft;
  /** What was different about the meeting when they began; null where nothing was. */
  readonly base: SessionChange | null;
}

const isDraft = shape<SessionDraft>({
  date: isString,
  start: isString,
  room: isString,
  leader: isString,
  note: isString,
  cancelled: isBoolean,
});
const hasChange = shape({
  id: isText,
  cancelled: isBoolean,
  start: orNull(isText),
  room: orNull(isText),
  note: orNull(isText),
});
const isChange: Guard<SessionChange> = (value): value is SessionChange => hasChange(value);

/** Of a sheet that was left half filled in. */
export const isSessionForm = shape<SessionForm>({ draft: isDraft, base: orNull(isChange) });
