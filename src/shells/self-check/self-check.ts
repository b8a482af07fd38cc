import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { markReady } from '../../app/ready.ts';
import { type RememberedDevice, rememberedDevices } from '../../app/remembered-devices.ts';
import { locale, LocaleController, otherLocale, setLocale, t } from '../../i18n/index.ts';
import { RemoteControl } from '../../ui/common/remote-control.ts';
import { reset } from '../../ui/common/shared-styles.ts';
import { addressOf } from '../boot/address-of.ts';
import { browserChecks, type Check, hubCheck, type Verdict } from './checks.ts';
import { healedChecks } from './healed-checks.ts';
import { selfCheckStyles } from './self-check-styles.ts';

/** Checks that belong together: of the browser, or of one device paired in it. */
interface Group {
  readonly title: string;
  readonly checks: readonly Check[];
}

const order: readonly Verdict[] = ['bad', 'mind', 'good'];

/** How this device is, for a person without any knowledge of computers: good, or what to do. */
@customElement('ll-self-check')
export class LlSelfCheck extends LitElement {
  static override styles = [reset, selfCheckStyles];

  /** What its address asks for. */
  @property({ attribute: false }) search = location.search;
  @property({ attribute: false }) open = (address: string): void => location.assign(address);

  @state() private groups: readonly Group[] = [];
  @state() private looking = true;

  constructor() {
    super();
    new LocaleController(this);
    new RemoteControl(this, {
      scope: () => this.renderRoot.querySelector('main'),
      back: () => this.open(this.#way.address),
      always: () => this.#glass?.kind === 'screen',
    });
  }

  /** The glass that this page was come to from. */
  get #glass(): RememberedDevice | undefined {
    const named = new URLSearchParams(this.search).get('device');
    return rememberedDevices().find(({ id, kind }) => id === named && kind !== 'console');
  }

  /** Back to where this page was come to from. */
  get #way(): { readonly label: string; readonly address: string } {
    const glass = this.#glass;
    return glass === undefined
      ? { label: t('selfCheck.back'), address: '/' }
      : {
          label: t('selfCheck.backTo', { name: glass.config.name }),
          address: addressOf(`/${glass.kind}`, glass.id),
        };
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const [newest] = rememberedDevices();
    void setLocale(newest?.config.locale ?? locale()).then(() => this.#look());
  }

  override render(): TemplateResult {
    this.toggleAttribute('far', this.#glass?.kind === 'screen');
    return html`
      <main>
        <div class="top">
          <a class="back" href=${this.#way.address} autofocus>${this.#way.label}</a>
          <button class="plain" lang=${otherLocale()} @click=${this.#turn}>
            ${t('front.otherLanguage')}
          </button>
        </div>
        ${this.#heading()}
        <div class="groups">${this.groups.map((group) => this.#group(group))}</div>
        ${
          this.looking
            ? nothing
            : html`<button @click=${() => void this.#look()}>${t('selfCheck.again')}</button>`
        }
      </main>
    `;
  }

  /** The one thing that matters: is everything well. */
  #heading(): TemplateResult {
    if (this.groups.length === 0) return html`<div role="status"><h1>${t('selfCheck.looking')}</h1></div>`;
    const all = this.groups.flatMap((group) => group.checks);
    const worst = order.find((verdict) => all.some((one) => one.verdict === verdict)) ?? 'good';
    const count = all.filter((one) => one.verdict !== 'good').length;
    const words = worst === 'good' ? t('selfCheck.allGood') : t('selfCheck.some', { count });
    return html`<div role="status"><h1 class=${worst}>${sign(worst)}${words}</h1></div>`;
  }

  #group({ title, checks }: Group): TemplateResult {
    return html`<section>
      <h2>${title}</h2>
      <dl>${checks.map((one) => this.#check(one))}</dl>
    </section>`;
  }

  #check({ name, verdict, found, remedy, way }: Check): TemplateResult {
    return html`<div class="check ${verdict}">
      <dt>${name}</dt>
      <dd class="verdict">${sign(verdict)}${verdictWord(verdict)}</dd>
      <dd class="found">${found}</dd>
      ${
        remedy === null
          ? nothing
          : html`<dd class="remedy">
              ${remedy}${way === undefined ? nothing : html`<a class="way" href=${way.address}>${way.label}</a>`}
            </dd>`
      }
    </div>`;
  }

  /** What was found is in words already: it is looked for again in the other language's. */
  readonly #turn = async (): Promise<void> => {
    if (await setLocale(otherLocale())) await this.#look();
  };

  async #look(): Promise<void> {
    this.looking = true;
    const browser = await browserChecks();
    this.groups = [{ title: t('selfCheck.browser'), checks: browser }];
    await this.updateComplete;
    markReady();
    // The devices and the hub take their time (a hub that hangs takes long): what is known stands meanwhile.
    const [hub, ...devices] = await Promise.all([
      hubCheck(),
      ...rememberedDevices().map((device) => this.#device(device)),
    ]);
    this.groups = [
      { title: t('selfCheck.browser'), checks: [hub, ...browser] },
      ...devices,
      ...healedGroup(),
    ];
    this.looking = false;
  }

  async #device(device: RememberedDevice): Promise<Group> {
    const { deviceChecks } = await import('./device-checks.ts');
    const title = t('selfCheck.device', { name: device.config.name });
    try {
      return { title, checks: await deviceChecks(device) };
    } catch (error) {
      const found = `${t('selfCheck.store.bad')} (${String(error)})`;
      const broken: Check = {
        name: t('selfCheck.store.name'),
        verdict: 'bad',
        found,
        remedy: t('selfCheck.store.remedy'),
      };
      return { title, checks: [broken] };
    }
  }
}

/** Left out while there is nothing to tell. */
function healedGroup(): readonly Group[] {
  const checks = healedChecks();
  return checks.length === 0 ? [] : [{ title: t('selfCheck.healed.heading'), checks }];
}

function verdictWord(verdict: Verdict): string {
  switch (verdict) {
    case 'good':
      return t('selfCheck.verdict.good');
    case 'mind':
      return t('selfCheck.verdict.mind');
    case 'bad':
      return t('selfCheck.verdict.bad');
  }
}

/** A shape as well as a colour: a ring with a tick, a triangle, a cross. */
function sign(verdict: Verdict): TemplateResult {
  const path = {
    good: 'M12 2a10 10 0 1 0 0 20a10 10 0 1 0 0-20zM7.4 12.4l3.2 3.2l6-6.6',
    mind: 'M12 2.6L22.4 21H1.6zM12 9.4v5.2M12 17.8v.2',
    bad: 'M12 2a10 10 0 1 0 0 20a10 10 0 1 0 0-20zM8.4 8.4l7.2 7.2M15.6 8.4l-7.2 7.2',
  };
  return html`<svg viewBox="0 0 24 24" aria-hidden="true"><path d=${path[verdict]}></path></svg>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'll-self-check': LlSelfCheck;
  }
}
