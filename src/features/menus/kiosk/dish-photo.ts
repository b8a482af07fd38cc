import { ContextConsumer } from '@lit/context';
import { css, html, LitElement, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { mediaContext } from '../../../app/contexts.ts';
import type { MenuItem } from '../model/menu.ts';
import { dishDrawing } from '../../../ui/common/drawings/dishes.ts';
import { reset } from '../../../ui/common/shared-styles.ts';

/**
 * What a dish looks like: its photo as soon as the device holds it whole, a drawing till then and where it cannot be
 * shown. It says nothing to those who listen: the name beside it does.
 */
@customElement('ll-dish-photo')
export class LlDishPhoto extends LitElement {
  static override styles = [
    reset,
    css`
      svg,
      img {
        display: block;
        width: 100%;
        height: 100%;
      }
      img {
        object-fit: cover;
        border-radius: var(--radius-small);
      }
    `,
  ];

  @property({ attribute: false }) photo: MenuItem['photo'] = null;
  @property({ attribute: false }) drawing: MenuItem['drawing'] = 'rice';
  @state() private url: string | null = null;
  #stop: (() => void) | undefined;
  readonly #media = new ContextConsumer(this, {
    context: mediaContext,
    subscribe: true,
    callback: () => {
      this.#listen();
      void this.#find();
    },
  });

  override connectedCallback(): void {
    super.connectedCallback();
    this.#listen();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop?.();
    this.#stop = undefined;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.has('photo')) return;
    this.url = null;
    void this.#find();
  }

  protected override render() {
    return this.url === null
      ? dishDrawing(this.drawing)
      : html`<img src=${this.url} alt="" @error=${() => (this.url = null)} />`;
  }

  #listen(): void {
    this.#stop?.();
    this.#stop = this.#media.value?.onReady((hash) => {
      if (hash === this.photo) void this.#find();
    });
  }

  async #find(): Promise<void> {
    const { photo } = this;
    const found = photo === null ? null : ((await this.#media.value?.url(photo).catch(() => null)) ?? null);
    if (photo === this.photo) this.url = found;
  }
}
