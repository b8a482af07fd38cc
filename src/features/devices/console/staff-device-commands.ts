import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { Change } from '../../../app/change.ts';
import { LiveQuery } from '../../../app/live-query.ts';
import { SyncState } from '../../../app/sync-status.ts';
import { Ticker } from '../../../app/ticker.ts';
import { UnsentChanges } from '../../../app/unsent-changes.ts';
import { utcOffsetOf } from '../../../kernel/time.ts';
import type { View } from '../../../protocol/client/api.ts';
import { LocaleController, t } from '../../../i18n/index.ts';
import { consoleIcon, type ConsoleIcon } from '../../../ui/console/console-icons.ts';
import { Steady } from '../../../ui/console/steady.ts';
import { buttonStyles } from '../../../ui/console/styles/button-styles.ts';
import { cardStyles } from '../../../ui/console/styles/card-styles.ts';
import { messageStyles } from '../../../ui/console/styles/message-styles.ts';
import { textStyles } from '../../../ui/console/styles/text-styles.ts';
import { commandId, commandState, DARK_MS, type CommandState, type CommandWord } from '../model/command.ts';
import { commandWords } from './command-words.ts';
import type { KnownDevice } from './known-devices.ts';

/** Further steps of loudness than this nobody hears apart. */
const STEP = 10;
const SHOWS_DARK = /^dark:/;

const icons = {
  identify: 'screens',
  'self-check': 'check',
  reload: 'other',
  volume: 'sound',
} as const satisfies Record<CommandWord, ConsoleIcon>;
const order: readonly CommandWord[] = ['identify', 'self-check', 'reload', 'volume'];

async function readCommands(view: View, { deviceId }: { readonly deviceId: string }) {
  const push = await view.get('centre', 'push', deviceId);
  return {
    commands: await view.list('staff', 'deviceCommand', { prefix: `${deviceId}/` }),
    answers: await view.list('staff', 'deviceAnswer', { prefix: `${deviceId}/` }),
    config: await view.get('staff', 'deviceConfig', deviceId),
    glass: await view.get('staff', 'glass', deviceId),
    dark: push?.item.show === 'dark' ? { by: push.by, untilMs: push.untilMs } : null,
    offset: utcOffsetOf((await view.list('centre', 'centre'))[0]),
  };
}

type Known = Awaited<ReturnType<typeof readCommands>>;

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-device-commands': LlStaffDeviceCommands;
  }
}

/** What can be asked of a device from here, each with what the device has answered; what it cannot do is not offered. */
@customElement('ll-staff-device-commands')
export class LlStaffDeviceCommands extends LitElement {
  static override readonly styles = [
    textStyles,
    cardStyles,
    buttonStyles,
    messageStyles,
    css`
      ul {
        display: grid;
        gap: 0.75rem;
        margin-top: 0.625rem;
      }
      li {
        display: flex;
        flex-wrap: wrap;
        gap: 0.375rem 0.875rem;
        align-items: center;
      }
      .problem {
        margin-top: 0.5rem;
      }
    `,
  ];

  @property({ attribute: false }) known: KnownDevice | undefined;

  readonly #ticker = new Ticker(this, 1000);
  readonly #change = new Change(this);
  readonly #unsent = new UnsentChanges(this, new SyncState(this));
  readonly #rows = new LiveQuery(this, {
    query: readCommands,
    args: () => ({ deviceId: this.known?.device.id ?? '' }),
  });

  constructor() {
    super();
    new LocaleController(this);
    new Steady(this);
  }

  override render(): TemplateResult | typeof nothing {
    const { value } = this.#rows;
    const can = this.known?.health?.can ?? [];
    if (value == null || can.length === 0) return nothing;
    return html`
      <section class="card" aria-labelledby="commands">
        <h2 id="commands">${t('staff.devices.commands')}</h2>
        <ul>
          ${order.filter((what) => can.includes(what)).map((what) => this.#line(what, value))}
          ${can.includes('dark') ? this.#darkLine(value) : nothing}
        </ul>
        ${
          this.#change.refusal === null
            ? nothing
            : html`<p class="problem" role="alert">${t('staff.devices.asked.refused')}</p>`
        }
      </section>
    `;
  }

  #line(what: CommandWord, value: Known): TemplateResult {
    const state = this.#stateOf(what, value);
    return html`
      <li>
        ${what === 'volume' ? this.#volume(value) : this.#button(what)}
        <span class="soft num" role="status"> ${this.#standing(what, state, value.offset)} </span>
      </li>
    `;
  }

  #standing(what: CommandWord, state: CommandState | null, offset: number): string {
    if (state === null) return t(`staff.devices.command.about.${what}`);
    const isUnsent = this.#unsent.about(['device.command'], this.known?.device.id ?? '', what);
    return isUnsent ? t('staff.devices.asked.unsent') : commandWords(state, offset);
  }

  #button(what: Exclude<CommandWord, 'volume'>): TemplateResult {
    const mark = this.known?.mark ?? 1;
    return html`<button ?disabled=${this.#change.running} @click=${() => this.#ask(what, { mark })}>
      ${consoleIcon(icons[what])}${t(`staff.devices.command.${what}`, { mark })}
    </button>`;
  }

  #volume({ config }: Known): TemplateResult {
    const volume = this.known?.health?.volume ?? config?.sound?.volume ?? 50;
    const button = (to: number, sign: string, label: string): TemplateResult =>
      html`<button
        data-repeats
        aria-label=${label}
        ?disabled=${this.#change.running || to === volume}
        @click=${() => this.#ask('volume', { volume: to })}
      >
        ${sign}
      </button>`;
    return html`
      ${button(Math.max(0, volume - STEP), '−', t('staff.devices.command.quieter'))}
      <span class="num">${t('staff.devices.command.volume', { volume })}</span>
      ${button(Math.min(100, volume + STEP), '+', t('staff.devices.command.louder'))}
    `;
  }

  /** A dark glass is one more thing that a screen shows; that it is dark, it says as of all others. */
  #darkLine({ glass, dark }: Known): TemplateResult {
    const { nowMs } = this.#ticker.time;
    const isAsked = dark !== null && nowMs !== null && dark.untilMs > nowMs;
    const isDark = SHOWS_DARK.test(glass?.showing ?? '');
    const isUnsent = this.#unsent.about(['screen.push', 'screen.unpush'], this.known?.device.id ?? '');
    const words = isUnsent
      ? t('staff.devices.asked.unsent')
      : isAsked
        ? t(isDark ? 'staff.devices.dark.isDark' : 'staff.devices.dark.toBe')
        : t(isDark ? 'staff.devices.dark.byPlan' : 'staff.devices.dark.about');
    return html`
      <li>
        <button
          ?disabled=${this.#change.running || nowMs === null}
          @click=${() => this.#darken(isAsked ? dark : null)}
        >
          ${consoleIcon(isAsked ? 'today' : 'stop')}${t(isAsked ? 'staff.devices.dark.on' : 'staff.devices.dark.off')}
        </button>
        <span class="soft num" role="status">${words}</span>
      </li>
    `;
  }

  #stateOf(what: CommandWord, { commands, answers }: Known): CommandState | null {
    const id = commandId(this.known?.device.id ?? '', what);
    const command = commands.find((one) => one.id === id);
    if (command === undefined) return null;
    const { nowMs } = this.#ticker.time;
    // What was asked the other day is no answer to what somebody presses now.
    if (nowMs !== null && nowMs - command.atMs > DARK_MS) return null;
    return commandState(
      command,
      answers.find((one) => one.id === id),
      nowMs,
    );
  }

  #ask(what: CommandWord, more: { readonly mark?: number; readonly volume?: number }): void {
    const { known } = this;
    if (known === undefined) return;
    void this.#change.run('device.command', { deviceId: known.device.id, what, ...more });
  }

  /** Makes it dark, or ends that; what a colleague has put up meanwhile stays. */
  #darken(which: Known['dark']): void {
    const { known } = this;
    const { nowMs } = this.#ticker.time;
    if (known === undefined || nowMs === null) return;
    const screenIds = [known.device.id];
    if (which === null)
      void this.#change.run('screen.push', { screenIds, item: { show: 'dark' }, untilMs: nowMs + DARK_MS });
    else void this.#change.run('screen.unpush', { screenIds, which });
  }
}
