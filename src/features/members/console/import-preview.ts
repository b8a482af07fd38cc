import { html, nothing, type TemplateResult } from 'lit';
import { t } from '../../../i18n/index.ts';
import { same } from '../../../kernel/same.ts';
import { consoleIcon } from '../../../ui/console/console-icons.ts';
import type { Remark } from '../model/import/read-members.ts';
import type { Member } from '../model/roster.ts';
import type { Understood } from './import-plan.ts';
import { fieldWords, valueWords } from './member-words.ts';

/** So many of each stand on the page; the rest is counted. */
const MOST_ROWS = 30;
const MOST_REMARKS = 60;
const weights: readonly Remark['weight'][] = ['rejected', 'dropped', 'doubtful'];

/** What was understood of a list, and each cell to be looked at by its address; nothing is saved yet. */
export function renderPreview(
  { read, plan, noCards, hidden }: Understood,
  updates: boolean,
  update: (updates: boolean) => void,
): TemplateResult {
  const remarks = [...read.remarks, ...plan.remarks];
  const rejected = remarks.filter(({ weight }) => weight === 'rejected').length;
  const { added, changed, unchanged } = plan;
  return html`
    <p class="strong num" role="status">
      ${
        read.entries.length === 0
          ? t('members.list.nobody')
          : added.length + changed.length === 0
            ? t('members.list.nothingNew')
            : t('members.list.sum', { added: added.length, changed: changed.length, unchanged, rejected })
      }
    </p>
    ${noCards ? html`<p class="note warn">${t('members.form.cardUnable')}</p>` : nothing}
    ${
      read.identities === 0
        ? nothing
        : html`<p class="soft">${t('members.list.identities', { count: read.identities })}</p>`
    }
    ${
      read.leftOut.length === 0
        ? nothing
        : html`<p class="soft">
            ${t('members.list.leftOut', { columns: read.leftOut.join(t('common.listJoin')) })}
          </p>`
    }
    ${hidden ? html`<p class="soft">${t('members.list.hidden')}</p>` : nothing}
    ${
      changed.length === 0
        ? nothing
        : html`<label class="tick"
            ><input
              type="checkbox"
              .checked=${updates}
              @change=${() => update(!updates)}
            />${t('members.list.update', { count: changed.length })}</label
          >`
    }
    ${remarks.length === 0 ? nothing : renderRemarks(remarks)}
    ${
      changed.length === 0
        ? nothing
        : group(
            t('members.list.changed'),
            changed.map(({ address, before, after }) =>
              line(address, `${after.name}：${differences(before, after)}`),
            ),
          )
    }
    ${
      added.length === 0
        ? nothing
        : group(
            t('members.list.added'),
            added.map(({ address, member }) => line(address, detailsOf(member))),
          )
    }
  `;
}

function renderRemarks(remarks: readonly Remark[]): TemplateResult {
  const sorted = weights.flatMap((weight) => remarks.filter((one) => one.weight === weight));
  return html`<details open>
    <summary>
      <span class="num">${t('members.list.remarks')} · ${remarks.length}</span>${consoleIcon('back')}
    </summary>
    <ul class="rows">
      ${sorted
        .slice(0, MOST_REMARKS)
        .map(({ address, code, text }) => line(address, t(`members.list.remark.${code}`, { text })))}
    </ul>
    ${
      sorted.length > MOST_REMARKS
        ? html`<p class="soft num">
            ${t('members.list.moreRemarks', { count: sorted.length - MOST_REMARKS })}
          </p>`
        : nothing
    }
  </details>`;
}

const group = (heading: string, lines: readonly TemplateResult[]): TemplateResult =>
  html`<details>
    <summary><span class="num">${heading} · ${lines.length}</span>${consoleIcon('back')}</summary>
    <ul class="rows">
      ${lines.slice(0, MOST_ROWS)}
    </ul>
    ${
      lines.length > MOST_ROWS
        ? html`<p class="soft num">${t('members.list.moreRows', { count: lines.length - MOST_ROWS })}</p>`
        : nothing
    }
  </details>`;

const line = (address: string, words: string): TemplateResult =>
  html`<li><span class="where">${address}</span><span>${words}</span></li>`;

const shown = ['phone', 'birthYear', 'card', 'note'] as const;

/** A member's details in a line, as the list has them: whoever has chosen it has it before them. */
const detailsOf = (member: Member): string =>
  [
    member.name,
    ...shown
      .filter((field) => member[field] !== undefined && member[field] !== null)
      .map((field) => valueWords(member, field, [])),
  ].join(' · ');

const differences = (before: Member, after: Member): string =>
  shown
    .filter((field) => !same(before[field] ?? null, after[field] ?? null))
    .map((field) => {
      const [was, is] = [before, after].map((one) => valueWords(one, field, []));
      return `${fieldWords(field)} ${t('members.list.to', { before: was ?? '', after: is ?? '' })}`;
    })
    .join(t('common.listJoin'));
