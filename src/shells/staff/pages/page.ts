import type { TemplateResult } from 'lit';
import type { Role } from '../../../kernel/mutation.ts';
import type { Place, Powers, SectionName } from '../sections.ts';

/** What a page of the console is shown with. */
export interface Around {
  readonly place: Place;
  readonly powers: Powers;
  /** As what somebody works here. */
  readonly role: Role;
  /** The code of a glass that somebody has scanned; null where none was. */
  readonly scanned: string | null;
  readonly toScreens: () => void;
  /** The sections that a telephone's bar has no room for, in their order. */
  readonly beyond: readonly SectionName[];
}

/** A section's page: its cards, for what somebody may do. */
export interface Page {
  readonly render: (around: Around) => TemplateResult;
}
