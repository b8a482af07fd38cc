import { expect } from 'chai';
import { html, LitElement, render } from 'lit';
import { customElement } from 'lit/decorators.js';
import { whatIsSaid } from '../../../src/ui/kiosk/read-aloud/what-is-said.ts';

@customElement('zz-card')
class ZzCard extends LitElement {
  protected override render() {
    return html`<h2>小份</h2>
      <slot></slot>
      <style>
        .x {
          color: red;
        }
      </style>`;
  }
}

async function said(content: unknown): Promise<ReturnType<typeof whatIsSaid>> {
  document.documentElement.lang = 'zh-CN';
  const root = document.createElement('main');
  document.body.append(root);
  render(content, root);
  await customElements.whenDefined('zz-card');
  for (const card of root.querySelectorAll<ZzCard>('zz-card')) await card.updateComplete;
  return whatIsSaid(root, new DOMRect(0, 0, innerWidth, innerHeight));
}

const textsOf = (all: ReturnType<typeof whatIsSaid>): readonly string[] => all.map(({ text }) => text);

describe('what is read of a page', () => {
  afterEach(() => document.querySelectorAll('main').forEach((one) => one.remove()));

  it('stands in the order of the glass, block by block, through shadow roots and slots', async () => {
    const all = await said(
      html`<h1>今天吃什么</h1>
        <zz-card><p>番茄<b>炒蛋</b>。软烂。</p></zz-card>
        <ul>
          <li>米饭</li>
          <li>馒头</li>
        </ul>`,
    );
    expect(textsOf(all)).to.deep.equal(['今天吃什么', '小份', '番茄炒蛋。', '软烂。', '米饭', '馒头']);
  });

  it('leaves out what nobody sees, and says instead what an element would rather have said', async () => {
    const all = await said(
      html`<p hidden>藏着</p>
        <p aria-hidden="true">装饰</p>
        <p data-say="五块钱一份">5 元/份</p>
        <p data-say="">9</p>
        <svg><text>图</text></svg>
        <p>完</p>`,
    );
    expect(textsOf(all)).to.deep.equal(['五块钱一份', '完']);
  });

  it('knows what staff have recorded, and where all of that stands', async () => {
    const all = await said(
      html`<h1>高龄津贴</h1>
        <div data-recording="abc">
          <p>八十岁以上的老人。</p>
          <p>每月发。</p>
        </div>
        <p>带身份证。</p>`,
    );
    expect(all.map(({ text, recording }) => [text, recording?.hash ?? null])).to.deep.equal([
      ['高龄津贴', null],
      ['八十岁以上的老人。', 'abc'],
      ['每月发。', 'abc'],
      ['带身份证。', null],
    ]);
    const [box] = all[1]?.recording?.rects() ?? [];
    const [last] = all[2]?.rects() ?? [];
    expect(box?.bottom).to.be.at.least(last?.bottom ?? Infinity);
  });

  it('knows the language of each piece, and what is about one person', async () => {
    const all = await said(
      html`<p>上课</p>
        <p lang="en">Bring water. Wear soft shoes.</p>
        <p>您好，<span data-private>王*兰</span></p>`,
    );
    expect(all.map(({ text, language, isPrivate }) => [text, language, isPrivate])).to.deep.equal([
      ['上课', 'zh-CN', false],
      ['Bring water.', 'en', false],
      ['Wear soft shoes.', 'en', false],
      ['您好，', 'zh-CN', false],
      ['王*兰', 'zh-CN', true],
    ]);
  });

  it('is what stands on the glass now, not what lies on another page of it', async () => {
    const root = html`<p>这一页</p>
      <p class="away">下一页</p>`;
    const all = await said(root);
    expect(textsOf(all)).to.deep.equal(['这一页', '下一页']);
    const away = document.querySelector<HTMLElement>('.away');
    if (away !== null) away.style.transform = `translateX(${innerWidth}px)`;
    const glass = new DOMRect(0, 0, innerWidth, innerHeight);
    expect(textsOf(whatIsSaid(document.querySelector('main') ?? document.body, glass))).to.deep.equal([
      '这一页',
    ]);
  });

  it('marks each sentence where it stands, not the paragraph', async () => {
    const [first, second] = await said(html`<p>第一句。第二句比较长一些。</p>`);
    const [a, b] = [first?.rects()[0], second?.rects()[0]];
    expect(a === undefined || b === undefined ? 0 : b.left).to.be.closeTo(a?.right ?? -1, 1);
  });
});
