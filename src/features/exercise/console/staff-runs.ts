import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { LiveQuery } from '../../../app/live-query.ts';
import { markReady } from '../../../app/ready.ts';
import { restDays } from '../../calendar/model/calendar.ts';
import type { View } from '../../../protocol/client/api.ts';
import { LocaleController, t } from '../../../i18n/index.ts';
import { consoleStates } from '../../../ui/console/console-states.ts';
import { consoleStyles } from '../../../ui/console/console-styles.ts';
import './staff-run.ts';

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-runs': LlStaffRuns;
  }
}

async function readRuns(view: View) {
  const screens = (await view.list('staff', 'device')).filter(({ kind }) => kind === 'screen');
  const [centre] = await view.list('centre', 'centre');
  if (screens.length === 0 || centre === undefined) return null;
  return {
    centre,
    screens,
    configs: await view.list('staff', 'deviceConfig'),
    programmes: await view.list('city', 'programme'),
    runs: await view.list('centre', 'run'),
    glasses: await view.list('staff', 'glass'),
    courses: await view.list('centre', 'course'),
    changes: await view.list('centre', 'sessionChange'),
    tallies: await view.list('centre', 'attendanceCount'),
    isRest: restDays(await view.list('city', 'calendarDay')),
  };
}

export type RunFacts = NonNullable<Awaited<ReturnType<typeof readRuns>>>;

/** One screen at a time: which exercise it plays, and the controls of it. */
@customElement('ll-staff-runs')
export class LlStaffRuns extends LitElement {
  static override readonly styles = [
    consoleStyles,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 0.75rem;
      }
      .screens {
        display: flex;
        flex-wrap: wrap;
        gap: 0.375rem;
      }
      .screens button {
        background: transparent;
        border-color: #d6c7a9;
      }
      .screens button[aria-pressed='true'] {
        background: var(--ink);
        border-color: var(--ink);
        color: var(--paper);
      }
    `,
  ];

  @property({ type: Boolean, attribute: 'may-change' }) mayChange = false;
  @state() private chosen: string | null = null;

  readonly #facts = new LiveQuery(this, { query: readRuns, args: () => [] });

  constructor() {
    super();
    new LocaleController(this);
  }

  override updated(): void {
    if (this.#facts.value) markReady();
  }

  override render(): TemplateResult {
    return html`${this.#facts.render<unknown>({
      ...consoleStates('staff.glass.noScreens'),
      complete: (facts) => this.#renderChoice(facts),
    })}`;
  }

  #renderChoice(facts: RunFacts): TemplateResult {
    const screen = facts.screens.find(({ id }) => id === this.chosen) ?? likeliest(facts);
    return html`
      ${
        facts.screens.length < 2
          ? nothing
          : html`<div class="screens" role="group" aria-label=${t('staff.run.which')}>
              ${facts.screens.map(
                ({ id, name }) =>
                  html`<button aria-pressed=${id === screen?.id} @click=${() => (this.chosen = id)}>
                    ${name}
                  </button>`,
              )}
            </div>`
      }
      ${
        screen === undefined
          ? nothing
          : html`<ll-staff-run
              ?may-change=${this.mayChange}
              .facts=${facts}
              .screen=${screen}
            ></ll-staff-run>`
      }
    `;
  }
}

/** The screen with a run on it, else the one in a room where people exercise. */
function likeliest({ screens, runs, configs, courses }: RunFacts) {
  const running = runs.find(({ state }) => state !== 'stopped');
  const rooms = courses.filter(({ programmeId }) => programmeId !== null).map(({ room }) => room);
  return (
    screens.find(({ id }) => id === running?.id) ??
    screens.find(({ id }) => rooms.includes(configs.find((one) => one.id === id)?.room ?? '')) ??
    screens[0]
  );
}
