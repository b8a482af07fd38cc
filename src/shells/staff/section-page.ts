import { html, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { t } from '../../i18n/index.ts';
import * as today from './pages/today.ts';
import type { Around, Page } from './pages/page.ts';
import type { SectionName } from './sections.ts';

/** 今天 is what a console opens with; the others come when somebody goes there. */
const pages: Readonly<Record<SectionName, () => Page | Promise<Page>>> = {
  today: () => today,
  menu: () => import('./pages/menu.ts'),
  activities: () => import('./pages/activities.ts'),
  people: () => import('./pages/people.ts'),
  policies: () => import('./pages/policies.ts'),
  screens: () => import('./pages/screens.ts'),
  media: () => import('./pages/media.ts'),
  numbers: () => import('./pages/numbers.ts'),
  more: () => import('./pages/more.ts'),
};

/** Brings the page of the section that somebody goes to, and says so where it cannot be had. */
export class SectionPage implements ReactiveController {
  readonly #here = new Map<SectionName, Page>([['today', today]]);
  readonly #failed = new Set<SectionName>();
  /** Ends when the page asked for last is here, or is known not to come. */
  coming: Promise<void> = Promise.resolve();

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  /** Whatever is missing is asked for again by whoever comes back. */
  hostConnected(): void {
    this.#failed.clear();
  }

  render(around: Around): TemplateResult {
    const { section } = around.place;
    const page = this.#here.get(section);
    if (page !== undefined) return page.render(around);
    if (this.#failed.has(section))
      return html`<p class="problem" role="alert">
        ${t('staff.page.failed')}
        <button class="quiet" @click=${() => location.reload()}>${t('staff.page.again')}</button>
      </p>`;
    this.coming = this.#bring(section);
    return html`<p class="nothing" role="status">${t('kiosk.state.pending')}</p>`;
  }

  async #bring(section: SectionName): Promise<void> {
    try {
      this.#here.set(section, await pages[section]());
    } catch (error) {
      console.error(error);
      this.#failed.add(section);
    }
    this.host.requestUpdate();
  }
}
