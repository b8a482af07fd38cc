import { expect } from 'chai';
import { html, LitElement } from 'lit';
import { OwnSize } from '../../../src/ui/console/own-size.ts';

/** As high as it is wide: as a glass that is drawn small. */
class LlTestSquare extends LitElement {
  readonly told: number[] = [];

  constructor() {
    super();
    new OwnSize(this, (widthPx) => {
      this.told.push(widthPx);
      this.style.height = `${widthPx}px`;
    });
  }

  override render() {
    return html``;
  }
}
customElements.define('ll-test-square', LlTestSquare);

describe('What is drawn as high as it is wide', () => {
  let square: LlTestSquare;
  let errors: string[];
  const noted = (event: ErrorEvent): void => void errors.push(event.message);
  const painted = (): Promise<unknown> =>
    new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));

  beforeEach(async () => {
    errors = [];
    window.addEventListener('error', noted);
    square = new LlTestSquare();
    square.style.cssText = 'display: block; width: 300px';
    document.body.append(square);
    await painted();
    await painted();
  });
  afterEach(() => {
    square.remove();
    window.removeEventListener('error', noted);
  });

  it('follows its width, and the page has no error by it', async () => {
    expect(square.offsetHeight).to.equal(300);
    square.style.width = '200px';
    await painted();
    await painted();
    expect(square.offsetHeight).to.equal(200);
    expect(errors).to.deep.equal([]);
  });

  it('hears nothing more once it has gone', async () => {
    const { length } = square.told;
    square.style.width = '100px';
    square.remove();
    await painted();
    await painted();
    expect(square.told).to.have.length(length);
  });
});
