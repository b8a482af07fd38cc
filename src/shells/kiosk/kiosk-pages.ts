import { html, type TemplateResult } from 'lit';
import type { Centre } from '../../features/centre/model/centre.ts';
import type { IconName } from '../../ui/common/icons.ts';
import type { TKey } from '../../i18n/index.ts';

/** The pages of the kiosk, home aside. */
export type PageName = 'menu' | 'classes' | 'checkin' | 'policies' | 'notices' | 'help' | 'staff';

/** Where the kiosk is. Kept in memory only; `about` is what the page opens with. */
export type Where = { readonly page: 'home' } | { readonly page: PageName; readonly about: string | null };

export const HOME: Where = { page: 'home' };

interface Page {
  /** Brings the page's code, which is part of what the device holds. */
  load(): Promise<unknown>;
  render(about: string | null): TemplateResult;
}

export const pages: Readonly<Record<PageName, Page>> = {
  menu: {
    load: () => import('../../features/menus/kiosk/kiosk-menu.ts'),
    render: () => html`<ll-kiosk-menu class="page"></ll-kiosk-menu>`,
  },
  classes: {
    load: () => import('../../features/classes/kiosk/kiosk-timetable.ts'),
    render: () => html`<ll-kiosk-timetable class="page"></ll-kiosk-timetable>`,
  },
  checkin: {
    load: () => import('../../features/check-in/kiosk/kiosk-check-in.ts'),
    render: (about) => html`<ll-kiosk-check-in class="page" .session=${about}></ll-kiosk-check-in>`,
  },
  policies: {
    load: () => import('../../features/policies/kiosk/kiosk-policies.ts'),
    render: (about) => html`<ll-kiosk-policies class="page" .opensWith=${about}></ll-kiosk-policies>`,
  },
  notices: {
    load: () => import('../../features/notices/kiosk/kiosk-notices.ts'),
    render: () => html`<ll-kiosk-notices class="page"></ll-kiosk-notices>`,
  },
  help: {
    load: () => import('../../features/help/kiosk/kiosk-help.ts'),
    render: () => html`<ll-kiosk-help class="page"></ll-kiosk-help>`,
  },
  staff: {
    load: () => import('./staff/kiosk-staff.ts'),
    render: () => html`<ll-kiosk-staff class="page"></ll-kiosk-staff>`,
  },
};

export interface Tile {
  readonly icon: IconName;
  readonly label: TKey;
  readonly to: Where;
}

/** What each tile a centre may name opens. One whose feature does not exist yet is null, and not shown. */
const tiles: Readonly<Record<Centre['tiles'][number], Tile | null>> = {
  menu: { icon: 'bowl', label: 'kiosk.tile.menu', to: { page: 'menu', about: null } },
  classes: { icon: 'calendar', label: 'kiosk.tile.classes', to: { page: 'classes', about: null } },
  checkin: { icon: 'person', label: 'kiosk.tile.checkin', to: { page: 'checkin', about: null } },
  policies: { icon: 'talk', label: 'kiosk.tile.policies', to: { page: 'policies', about: null } },
  services: { icon: 'house', label: 'kiosk.tile.services', to: { page: 'policies', about: 'care' } },
  neighbours: null,
};

/** What a tile of this name opens; null where this build has none. */
export const tileNamed = (name: string): Tile | null =>
  Object.entries(tiles).find(([one]) => one === name)?.[1] ?? null;
