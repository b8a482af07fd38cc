import { expect } from 'chai';
import { html, render } from 'lit';
import { boardGalleyStyles } from '../../src/ui/board/board-galley-styles.ts';
import { byClause } from '../../src/ui/board/by-clause.ts';
import { partsThatFit } from '../../src/ui/board/saying.ts';

/** A telephone number, hours and a date as people type them, with the marks of both keyboards. */
const FIGURES = ['000-8000-0120', '9：30', '14:05', '2026-12-01', '12.5', '12/24'];
const SAID = `理发师傅${FIGURES[1]}到一楼，下午${FIGURES[2]}走，有事请打办公室电话${FIGURES[0]}问一问，到${FIGURES[3]}为止，一位${FIGURES[4]}元，${FIGURES[5]}那天不来`;

/** How many lines a stretch of a text takes. */
function linesOf(box: HTMLElement, stretch: string): number {
  const nodes: Text[] = [];
  const walk = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) if (walk.currentNode instanceof Text) nodes.push(walk.currentNode);
  const all = nodes.map((node) => node.data).join('');
  const start = all.indexOf(stretch);
  expect(start, stretch).to.be.greaterThan(-1);
  const place = (offset: number): [Text, number] => {
    let left = offset;
    for (const node of nodes) {
      if (left < node.data.length) return [node, left];
      left -= node.data.length;
    }
    throw new Error(`${stretch} ends nowhere`);
  };
  const tops = [...stretch].map((_, i) => {
    const range = document.createRange();
    const [node, at] = place(start + i);
    range.setStart(node, at);
    range.setEnd(node, at + 1);
    return Math.round(range.getBoundingClientRect().bottom);
  });
  return new Set(tops).size;
}

describe('a telephone number, an hour, a price or a date on a board', () => {
  it('stands on one line, wherever the words around it end', () => {
    const style = document.createElement('style');
    style.textContent = boardGalleyStyles.cssText;
    const box = document.createElement('p');
    box.style.cssText =
      'font: 40px/1.4 "Noto Sans SC Variable", sans-serif; overflow-wrap: anywhere; margin: 0';
    document.body.append(style, box);
    const torn: string[] = [];
    for (let width = 320; width < 900; width += 20) {
      box.style.width = `${width}px`;
      render(html`${byClause(SAID)}`, box);
      for (const figure of FIGURES) if (linesOf(box, figure) > 1) torn.push(`${figure} at ${width} px`);
    }
    box.remove();
    style.remove();
    expect(torn).to.deep.equal([]);
  });

  it('is not parted over two pages either', () => {
    for (let most = 14; most < 60; most += 1) {
      const parts = partsThatFit(SAID, (part) => part.length <= most);
      const whole = FIGURES.filter((figure) => !parts.some((part) => part.includes(figure)));
      expect(whole, `${most} characters a page`).to.deep.equal([]);
    }
  });
});
