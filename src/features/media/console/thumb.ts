import { css, html, type TemplateResult } from 'lit';
import { mediaAddress } from '../../../app/uploads.ts';
import { consoleIcon } from '../../../ui/console/console-icons.ts';
import { isPhoto, isVideo, type MediaItem } from '../model/media.ts';

/** A file's picture, 16:9; a drawing where it has none. */
export function thumb(media: MediaItem | undefined): TemplateResult {
  const picture = media?.poster ?? (media !== undefined && isPhoto(media) ? media.id : null);
  return html`<span class="thumb" aria-hidden="true"
    >${
      picture === null
        ? consoleIcon(media === undefined ? 'warning' : isVideo(media) ? 'play' : 'sound')
        : html`<img src=${mediaAddress(picture)} alt="" loading="lazy" />`
    }</span
  >`;
}

export const thumbStyles = css`
  .thumb {
    position: relative;
    display: grid;
    flex: none;
    place-items: center;
    width: 5.5rem;
    height: 3.125rem;
    border-radius: 0.5rem;
    background: var(--night);
    color: var(--cream);
    overflow: hidden;
  }
  .thumb img {
    position: absolute;
    top: 0;
    left: 0;
    width: 100%;
    height: 100%;
    object-fit: contain;
  }
  @media (max-width: 30rem) {
    .thumb {
      width: 4rem;
      height: 2.25rem;
    }
  }
`;
