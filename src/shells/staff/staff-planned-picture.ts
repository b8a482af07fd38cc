import '../../i18n/screen-texts.ts';
import { ContextProvider } from '@lit/context';
import { css, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { deviceContext } from '../../app/contexts.ts';
import { LiveQuery } from '../../app/live-query.ts';
import { BoardEmptyEvent, BoardPaintedEvent } from '../../app/painted.ts';
import type { Showing } from '../../features/schedules/model/showing.ts';
import { LocaleController, t } from '../../i18n/index.ts';
import { smallGlass, smallGlassStyles } from '../../ui/console/small-glass.ts';
import { OwnSize } from '../../ui/console/own-size.ts';
import { boardOf } from '../screen/items.ts';
import { LoadedBoards } from '../screen/loaded-boards.ts';

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-planned-picture': LlStaffPlannedPicture;
  }
}

/** What is planned for a screen, drawn by the screen's own board in its panel's pixels for its farthest seat, and made small. */
@customElement('ll-staff-planned-picture')
export class LlStaffPlannedPicture extends LitElement {
  static override readonly styles = [
    smallGlassStyles,
    css`
      :host {
        display: block;
      }
    `,
  ];

  @property({ attribute: 'screen-id' }) screenId = '';
  @property({ attribute: false }) showing: Showing | null = null;
  @state() private widthPx = 0;

  /** The boards here stand where that screen hangs, not where this console is. */
  readonly #device = new ContextProvider(this, { context: deviceContext });
  readonly #loaded = new LoadedBoards(() => this.requestUpdate());
  readonly #config = new LiveQuery(this, {
    query: async (view, { screenId }: { readonly screenId: string }) =>
      (await view.get('staff', 'deviceConfig', screenId)) ?? null,
    args: () => ({ screenId: this.screenId }),
  });

  constructor() {
    super();
    new OwnSize(this, (widthPx) => (this.widthPx = widthPx));
    new LocaleController(this);
    // Nothing of it is on any glass.
    for (const type of [BoardPaintedEvent.type, BoardEmptyEvent.type])
      this.addEventListener(type, (event) => event.stopPropagation());
  }

  override willUpdate(_: PropertyValues<this>): void {
    const config = this.#config.value;
    if (config != null) this.#device.setValue(config);
  }

  override render(): TemplateResult | typeof nothing {
    const config = this.#config.value;
    const { showing, widthPx } = this;
    if (config == null || showing === null || widthPx === 0) return nothing;
    const board = boardOf(showing, { isPicture: true, screenId: this.screenId, timeConfirmed: true });
    if (board === null || this.#loaded.stateOf(showing.show, board) !== 'here') return nothing;
    const { panel, distanceMm, name } = config;
    const label = t('staff.schedule.plan.pictured', { name });
    return smallGlass({ panel, distanceMm, widthPx, label }, board.put());
  }
}
