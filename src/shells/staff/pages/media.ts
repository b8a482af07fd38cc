import { html } from 'lit';
import '../../../features/media/console/staff-device-media.ts';
import '../../../features/media/console/staff-media.ts';
import '../../../features/media/console/staff-playlists.ts';
import type { Page } from './page.ts';

export const render: Page['render'] = () =>
  html`<div class="columns">
    <div><ll-staff-media></ll-staff-media></div>
    <div>
      <ll-staff-playlists></ll-staff-playlists>
      <ll-staff-device-media></ll-staff-device-media>
    </div>
  </div>`;
