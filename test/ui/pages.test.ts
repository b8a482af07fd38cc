import { expect } from 'chai';
import { html, render } from 'lit';
import { LlPages } from '../../src/ui/kiosk/pages.ts';
import { applyScale } from '../../src/ui/common/scale.ts';
import { kioskConfig } from '../support/kiosk-centre.ts';
import { pressKey } from '../support/keys-here.ts';
import { deepAll, focused, settled, unmountAll } from '../support/mount.ts';

describe('A page that is longer than the glass', () => {
  afterEach(unmountAll);

  async function pagesOf(count: number, { width = 900, height = 600 } = {}): Promise<LlPages> {
    applyScale(kioskConfig.panel, kioskConfig.distanceMm)();
    const frame = document.createElement('div');
    Object.assign(frame.style, { display: 'flex', height: `${height}px`, width: `${width}px` });
    document.body.append(frame);
    render(
      html`<ll-pages
        >${Array.from({ length: count }, (_, i) => html`<p class="row">第${i + 1}行</p>`)}</ll-pages
      >`,
      frame,
    );
    for (const row of frame.querySelectorAll<HTMLElement>('.row')) {
      Object.assign(row.style, { height: '100px', margin: '0' });
    }
    const pages = frame.querySelector('ll-pages');
    if (!(pages instanceof LlPages)) throw new Error('no pages');
    pages.style.flex = '1';
    await shown(pages);
    return pages;
  }

  /** The observer of sizes tells after a frame; what it tells is rendered after that. */
  async function shown(pages: LlPages): Promise<void> {
    for (let frame = 0; frame < 3; frame += 1) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      await settled(pages);
    }
  }

  const visible = (pages: LlPages): string[] => {
    const glass = pages.getBoundingClientRect();
    return [...pages.querySelectorAll('.row')]
      .filter((row) => {
        const box = row.getBoundingClientRect();
        return box.left >= glass.left - 1 && box.right <= glass.right + 1;
      })
      .map((row) => row.textContent ?? '');
  };

  it('leaves the keyboard on a button at the last page, and at the first again', async () => {
    const pages = await pagesOf(9);
    const [previous, next] = deepAll(pages, 'button');
    const toTheEnd = async (row: string): Promise<void> => {
      for (let turn = 0; turn < 9 && !visible(pages).includes(row); turn += 1) {
        await pressKey('Enter');
        await shown(pages);
      }
    };
    next?.focus();
    await toTheEnd('第9行');
    expect(visible(pages)).to.include('第9行');
    expect(focused() === previous, 'at the end').to.equal(true);
    await toTheEnd('第1行');
    expect(visible(pages)).to.include('第1行');
    expect(focused() === next, 'at the beginning').to.equal(true);
  });

  it('has no buttons where everything fits', async () => {
    const pages = await pagesOf(3);
    expect(deepAll(pages, 'nav')[0]?.hidden).to.equal(true);
    expect(visible(pages)).to.have.length(3);
  });

  it('points back before the words of the one button, and on behind those of the other', async () => {
    const [previous, next] = deepAll(await pagesOf(9), 'nav ll-button');
    const arrowAndWords = (button: Element | undefined): readonly [number, number] => {
      const words = document.createRange();
      words.selectNodeContents(
        [...(button?.childNodes ?? [])].find(
          (one) => !(one instanceof Comment) && one.textContent?.trim() !== '',
        ) ?? document.body,
      );
      return [
        button?.querySelector('svg')?.getBoundingClientRect().left ?? 0,
        words.getBoundingClientRect().left,
      ];
    };
    const [back, forward] = [arrowAndWords(previous), arrowAndWords(next)];
    expect(back[0]).to.be.below(back[1]);
    expect(forward[0]).to.be.above(forward[1]);
  });

  it('turns back by the arrow alone where there is no room for the word, which is heard still', async () => {
    const pages = await pagesOf(9, { width: 420 });
    const buttons = deepAll(pages, 'button');
    for (const button of buttons)
      expect(button.scrollWidth, 'nothing stands out of it').to.be.at.most(button.clientWidth + 1);
    expect(buttons[0]?.getAttribute('aria-label')).to.equal('上一页');
  });

  it('tells of what is higher than a sheet, so that it can be said in smaller words', async () => {
    const pages = await pagesOf(3);
    const [first, second] = pages.querySelectorAll<HTMLElement>('.row');
    if (first !== undefined) first.style.height = '900px';
    await shown(pages);
    expect([first, second].map((row) => row?.getAttribute('data-tall'))).to.deep.equal(['very', null]);
    if (first !== undefined) first.style.height = '100px';
    await shown(pages);
    expect(first?.hasAttribute('data-tall')).to.equal(false);
  });

  it('asks for no smaller words than bring it onto a sheet', async () => {
    const rule = document.createElement('style');
    rule.textContent = '.row:first-child:not([data-tall]) { height: 900px !important }';
    document.body.append(rule);
    const pages = await pagesOf(3);
    expect([...pages.children].map((row) => row.getAttribute('data-tall'))).to.deep.equal(['', null, null]);
  });

  it('turns page by page to the last row, without scrolling, and never cuts a row', async () => {
    const pages = await pagesOf(9);
    const seen = new Set(visible(pages));
    expect(seen.size).to.be.below(9);
    for (let turn = 0; turn < 9; turn += 1) {
      const next = deepAll(pages, 'll-button')[1];
      if (next === undefined || next.hasAttribute('disabled')) break;
      next.click();
      await shown(pages);
      for (const row of visible(pages)) seen.add(row);
    }
    expect(seen.size).to.equal(9);
    for (const row of pages.querySelectorAll('.row')) expect(row.getClientRects()).to.have.length(1);
  });
});
