import { html, type TemplateResult } from 'lit';
import { t } from '../../i18n/index.ts';
import { consoleIcon } from './console-icons.ts';
import { sizeWords } from '../../i18n/size.ts';

interface Room {
  readonly name: string;
  readonly leftBytes: number;
  readonly addsBytes: number;
}

/** Of each device how much more it has room for, and where that is too little for what is chosen. */
export const roomLines = (rooms: readonly Room[]): readonly TemplateResult[] =>
  rooms.map(({ name, leftBytes, addsBytes }) => {
    const words = { name, left: sizeWords(leftBytes), size: sizeWords(addsBytes) };
    if (addsBytes > leftBytes)
      return html`<p class="problem room" role="status">
        ${consoleIcon('warning')}${t(leftBytes === 0 ? 'staff.media.room.none' : 'staff.media.room.little', words)}
      </p>`;
    return html`<p class="soft num room">
      ${t(addsBytes === 0 ? 'staff.media.room.left' : 'staff.media.room.fits', words)}
    </p>`;
  });
