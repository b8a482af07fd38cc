import { html, nothing, type TemplateResult } from 'lit';
import { t } from '../../../i18n/index.ts';
import type { RowOf } from '../../../kernel/rows.ts';
import { consoleIcon } from '../../../ui/console/console-icons.ts';
import { sizeWords } from '../../../i18n/size.ts';
import { leftOn } from '../model/room.ts';
import { faultWords } from './media-words.ts';

type Held = RowOf<'deviceMedia'>;

/** How far a device is with its photos and videos, and what it cannot show; by its own word. */
export function deviceHeld(held: Held | undefined, media: readonly RowOf<'media'>[]): TemplateResult {
  if (held === undefined) return html`<p class="soft">${t('staff.media.held.unheard')}</p>`;
  const { wantedFiles, readyFiles, wantedBytes, readyBytes, budgetBytes, faults } = held;
  const left = leftOn(held);
  const isWhole = readyFiles >= wantedFiles;
  const percent = wantedBytes === 0 ? 100 : Math.min(99, Math.floor((readyBytes / wantedBytes) * 100));
  return html`
    <p class="num">
      ${
        wantedFiles === 0
          ? t('staff.media.held.none')
          : isWhole
            ? t('staff.media.held.whole', { count: readyFiles, size: sizeWords(wantedBytes) })
            : t('staff.media.held.coming', { ready: readyFiles, count: wantedFiles, percent })
      }
    </p>
    ${
      isWhole || wantedFiles === 0
        ? nothing
        : html`<progress max="100" value=${percent} aria-label=${t('staff.media.held.progress')}></progress>`
    }
    ${
      budgetBytes === 0
        ? nothing
        : html`<p class="soft num">
            ${t(left === 0 ? 'staff.media.held.full' : 'staff.media.held.left', {
              left: sizeWords(left),
              total: sizeWords(budgetBytes),
            })}
          </p>`
    }
    ${faults.map(
      ({ media: hash, why }) =>
        html`<p class="problem">
          ${consoleIcon('warning')}${faultWords(why, media.find(({ id }) => id === hash)?.title ?? '—')}
        </p>`,
    )}
  `;
}
