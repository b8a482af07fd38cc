import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { Change } from '../../../app/change.ts';
import type { MenuId } from '../../../kernel/ids.ts';
import { LocaleController, t } from '../../../i18n/index.ts';
import { consoleIcon } from '../../../ui/console/console-icons.ts';
import { Steady } from '../../../ui/console/steady.ts';
import '../../../ui/console/sheet.ts';
import { buttonStyles } from '../../../ui/console/styles/button-styles.ts';
import { fieldStyles } from '../../../ui/console/styles/field-styles.ts';
import { messageStyles } from '../../../ui/console/styles/message-styles.ts';
import { textStyles } from '../../../ui/console/styles/text-styles.ts';
import type { MenuLife } from '../model/life.ts';
import { offerOf, parseMenuId } from '../model/menu.ts';
import { isDue } from '../model/publish-at.ts';

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-menu-off': LlStaffMenuOff;
  }
}

/** A reason as it is told to guests has room for so many characters. */
const WHY_AT_MOST = 40;

/** Takes a meal's menu down, says that the meal is not served, and takes that back. */
@customElement('ll-staff-menu-off')
export class LlStaffMenuOff extends LitElement {
  static override readonly styles = [
    textStyles,
    buttonStyles,
    fieldStyles,
    messageStyles,
    css`
      .ways {
        display: grid;
        gap: 1.25rem;
      }
      .ways > div {
        display: grid;
        gap: 0.5rem;
        justify-items: start;
      }
      .ways input {
        max-width: 24rem;
      }
    `,
  ];

  @property({ attribute: 'menu-id' }) menuId!: MenuId;
  @property({ attribute: false }) life!: MenuLife;

  @state() private asking = false;
  @query('#why') private readonly why!: HTMLInputElement | null;

  readonly #change = new Change(this);

  constructor() {
    super();
    new LocaleController(this);
    new Steady(this);
  }

  override render(): TemplateResult {
    const { life } = this;
    return html`${
        life.state === 'closed'
          ? html`<button @click=${this.#reopen}>${t('staff.off.reopen')}</button>`
          : html`<button class="bare" @click=${() => (this.asking = true)}>
              ${t(life.state === 'up' ? 'staff.off.open' : 'staff.off.openClosed')}
            </button>`
      }
      ${
        'draft' in life && isDue(life.draft)
          ? html`<button class="bare" @click=${this.#noTime}>${t('staff.off.noTime')}</button>`
          : nothing
      }
      ${this.#change.refusal === null || this.asking ? nothing : this.#problem()}
      <ll-sheet
        ?open=${this.asking}
        heading=${this.#heading()}
        problem=${this.#change.refusal === null ? '' : t('staff.today.notChanged')}
        close-label=${t('staff.close')}
        @ll-sheet-close=${() => (this.asking = false)}
      >
        ${this.asking ? this.#renderWays() : nothing}
      </ll-sheet>`;
  }

  #problem(): TemplateResult {
    return html`<p class="problem" role="alert">${consoleIcon('warning')}${t('staff.today.notChanged')}</p>`;
  }

  #heading(): string {
    const meal = parseMenuId(this.menuId)?.meal ?? 'lunch';
    return t(`common.meal.${meal}`);
  }

  #renderWays(): TemplateResult {
    return html`<div class="ways">
      ${
        this.life.state === 'up'
          ? html`<div>
              <p class="soft">${t('staff.off.withdrawMeaning')}</p>
              <button class="outline" @click=${this.#withdraw}>${t('staff.off.withdraw')}</button>
            </div>`
          : nothing
      }
      <div>
        <p class="soft">${t('staff.off.closeMeaning')}</p>
        <label for="why">${t('staff.off.why')}</label>
        <input id="why" maxlength=${WHY_AT_MOST} />
        <button class="outline" @click=${this.#close}>${t('staff.off.close')}</button>
      </div>
    </div>`;
  }

  readonly #withdraw = async (): Promise<void> => {
    const { menuId, life } = this;
    const made = await this.#change.run('menu.withdraw', { menuId, baseVersion: life.version });
    if (made.ok) this.asking = false;
  };

  readonly #close = async (): Promise<void> => {
    const { life, menuId } = this;
    const why = this.why?.value.trim() ?? '';
    const made = await this.#change.run('menu.close', {
      menuId,
      why: why === '' ? null : why,
      baseVersion: life.version,
    });
    if (made.ok) this.asking = false;
  };

  /** What was to go up at a time waits for somebody again. */
  readonly #noTime = async (): Promise<void> => {
    const { life, menuId } = this;
    if (!('draft' in life) || life.draft === null) return;
    await this.#change.run('menu.draft', {
      menuId,
      ...offerOf(life.draft),
      baseVersion: life.draft.version,
    });
  };

  /** What was up before is up again; where there was nothing, nobody has said anything of the meal. */
  readonly #reopen = async (): Promise<void> => {
    const { life, menuId } = this;
    const { version: baseVersion } = life;
    if (life.state === 'closed' && life.draft?.withdrawn === true)
      await this.#change.run('menu.publish', { menuId, ...offerOf(life.draft), baseVersion });
    else await this.#change.run('menu.withdraw', { menuId, baseVersion });
  };
}
