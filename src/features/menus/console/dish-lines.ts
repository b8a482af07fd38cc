import { html, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { FieldProblem } from '../../../kernel/check.ts';
import { isUp } from '../model/menu.ts';
import type { Draft, DraftLine } from './menu-draft.ts';
import './staff-menu-line.ts';

/** What may be asked of a dish in its place. */
interface Asked {
  readonly change: (index: number, change: Partial<DraftLine>) => void;
  readonly move: (index: number, by: 1 | -1) => void;
  readonly remove: (index: number) => void;
  /** Of a dish that guests are offered: at once, not with the next publication. */
  readonly sellOut: (line: DraftLine, soldOut: boolean) => void;
}

/**
 * The dishes of a menu being written, each with what is wrong with it.
 * @param letters how many of an English name stand in a row of the canteen's televisions
 */
export const dishLines = (
  { lines, base }: Draft,
  problems: readonly FieldProblem[],
  letters: number,
  { change, move, remove, sellOut }: Asked,
): TemplateResult =>
  html`<ol class="rows">
    ${repeat(
      lines,
      ({ item }) => item.dishId,
      (line, index) => html`
        <li>
          <ll-staff-menu-line
            .line=${line}
            .index=${index}
            .count=${lines.length}
            .letters=${letters}
            ?is-up=${isUp(base) && base.items.some(({ dishId }) => dishId === line.item.dishId)}
            .problems=${problems.filter(({ field }) => field.startsWith(`items.${index}.`))}
            @ll-line-change=${(event: HTMLElementEventMap['ll-line-change']) => change(index, event.change)}
            @ll-line-move=${({ by }: HTMLElementEventMap['ll-line-move']) => move(index, by)}
            @ll-line-remove=${() => remove(index)}
            @ll-line-sold-out=${({ soldOut }: HTMLElementEventMap['ll-line-sold-out']) => sellOut(line, soldOut)}
          ></ll-staff-menu-line>
        </li>
      `,
    )}
  </ol>`;
