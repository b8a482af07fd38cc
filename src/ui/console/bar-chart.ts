import { css, html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type uPlot from 'uplot';
import { OwnSize } from './own-size.ts';
import { textStyles } from './styles/text-styles.ts';

declare global {
  interface HTMLElementTagNameMap {
    'll-bar-chart': LlBarChart;
  }
}

const HEIGHT_PX = 190;
/** What is between the margins of an A4 page. */
const PAPER_PX = 660;
/** Words under the bars stand at least so far apart. */
const LABEL_PX = 44;
const FONT = '13px system-ui, sans-serif';

/**
 * Bars, one a place, before paler ones of what they are compared with. A picture for who sees it: the same figures stand in a table
 * beside it, which is for everybody. The drawing of charts comes when the first is to be drawn; until then, and where it
 * cannot be had, there is the table.
 */
@customElement('ll-bar-chart')
export class LlBarChart extends LitElement {
  static override readonly styles = [
    textStyles,
    css`
      :host {
        display: block;
        min-width: 0;
      }
      .plot {
        height: ${HEIGHT_PX}px;
        overflow: hidden;
      }
      .uplot {
        position: relative;
        width: min-content;
        line-height: 1.5;
      }
      .u-wrap {
        position: relative;
        user-select: none;
      }
      .u-over,
      .u-under {
        position: absolute;
      }
      .u-under {
        overflow: hidden;
      }
      .u-axis {
        position: absolute;
      }
      canvas {
        position: relative;
        display: block;
        width: 100%;
        height: 100%;
      }
    `,
  ];

  /** What it shows, in a sentence, for those who listen. */
  @property({ attribute: false }) label = '';
  @property({ attribute: false }) values: readonly number[] = [];
  /** In the same places; a place that there was none of is not drawn. */
  @property({ attribute: false }) compared: readonly number[] = [];
  /** The words under the bars; where there is little room some are left out. */
  @property({ attribute: false }) places: readonly string[] = [];

  @query('.plot') private readonly plot!: HTMLElement;
  #chart: uPlot | undefined;
  #drawing: typeof uPlot | undefined;

  readonly #fit = (): void => {
    if (this.#chart !== undefined && this.clientWidth > 0)
      this.#chart.setSize({ width: this.clientWidth, height: HEIGHT_PX });
    else this.#draw();
  };

  readonly #asPrinted = (): void => this.#chart?.setSize({ width: PAPER_PX, height: HEIGHT_PX });

  constructor() {
    super();
    new OwnSize(this, this.#fit);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.#draw();
    window.addEventListener('beforeprint', this.#asPrinted);
    window.addEventListener('afterprint', this.#fit);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('beforeprint', this.#asPrinted);
    window.removeEventListener('afterprint', this.#fit);
    this.#clear();
  }

  override render(): TemplateResult {
    return html`<div class="plot" role="img" aria-label=${this.label}></div>`;
  }

  override firstUpdated(): void {
    import('uplot')
      .then(({ default: drawing }) => {
        this.#drawing = drawing;
        this.#draw();
      })
      .catch((error: unknown) => console.error(error));
  }

  override updated(changed: PropertyValues<this>): void {
    if (changed.has('values') || changed.has('compared') || changed.has('places')) this.#draw();
  }

  #clear(): void {
    this.#chart?.destroy();
    this.#chart = undefined;
  }

  #draw(): void {
    this.#clear();
    const drawing = this.#drawing;
    if (drawing === undefined || !this.isConnected || this.clientWidth === 0) return;
    const colour = (name: string): string => getComputedStyle(this).getPropertyValue(name).trim();
    const length = Math.max(this.values.length, 1);
    const at = Array.from({ length }, (_, place) => place);
    const of = (values: readonly number[]): (number | null)[] => at.map((place) => values[place] ?? null);
    const ink = { stroke: colour('--ink-soft'), font: FONT };
    this.#chart = new drawing(
      {
        width: this.clientWidth,
        height: HEIGHT_PX,
        legend: { show: false },
        cursor: { show: false },
        padding: [10, 4, 0, 0],
        scales: {
          x: { time: false, range: [-0.6, length - 0.4] },
          y: { range: (_chart, _least, most) => [0, Math.max(4, Math.ceil(most * 1.08))] },
        },
        axes: [
          {
            ...ink,
            size: 26,
            grid: { show: false },
            ticks: { show: false },
            splits: (chart) => {
              const each = Math.max(1, Math.ceil((length * LABEL_PX) / Math.max(1, chart.width - 48)));
              return at.filter((place) => place % each === 0);
            },
            values: (_chart, splits) => splits.map((place) => this.places[place] ?? ''),
          },
          {
            ...ink,
            size: 44,
            incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000],
            grid: { stroke: colour('--line'), width: 1 },
            ticks: { show: false },
          },
        ],
        series: [
          {},
          {
            fill: colour('--wheat'),
            stroke: colour('--edge'),
            width: 1,
            points: { show: false },
            ...path(drawing.paths.bars?.({ size: [0.92, 56] })),
          },
          {
            fill: colour('--pine'),
            width: 0,
            points: { show: false },
            ...path(drawing.paths.bars?.({ size: [0.5, 30] })),
          },
        ],
      },
      [at, of(this.compared), of(this.values)],
      this.plot,
    );
  }
}

const path = (paths: uPlot.Series.PathBuilder | undefined): Pick<uPlot.Series, 'paths'> =>
  paths === undefined ? {} : { paths };
