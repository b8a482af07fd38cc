import { expect } from 'chai';
import { partsThatFit, saidPages, type SaidPage } from '../../src/ui/board/saying.ts';

/** A glass with room for so many characters, a heading's counting double. */
const room =
  (most: number) =>
  ({ title, body }: SaidPage): boolean =>
    (title?.length ?? 0) * 2 + (body?.length ?? 0) <= most;
const squeezed = (text: string): string => text.replace(/\s/g, '');

describe('what is said on more pages than one', () => {
  it('stands on one where it has room', () => {
    expect(saidPages('着火了', '请走楼梯', room(40))).to.deep.equal([{ title: '着火了', body: '请走楼梯' }]);
  });

  it('loses nothing, whatever the room, and every page fits', () => {
    const body =
      '三楼厨房冒烟，请从最近的出口慢慢走到院子里，不要坐电梯。Please use the stairs at 13:00, not the lift. 腿脚不便的请等工作人员来推轮椅。'.repeat(
        3,
      );
    for (let most = 12; most < 400; most += 7) {
      const pages = saidPages('请马上离开餐厅到院子里集合', body, room(most));
      for (const page of pages) expect(room(most)(page), JSON.stringify(page)).to.equal(true);
      const read = pages.map((page) => page.body ?? '').join('');
      expect(squeezed(read)).to.equal(squeezed(body));
      const heads = [...new Set(pages.flatMap((page) => page.title ?? []))];
      expect(heads.join('')).to.equal('请马上离开餐厅到院子里集合');
    }
  });

  it('keeps the heading over each page that has room under it', () => {
    const pages = saidPages('着火了', '请从最近的出口慢慢走到院子里，不要坐电梯。请大家互相照应。', room(34));
    expect(pages.length).to.be.greaterThan(1);
    expect(pages.every(({ title }) => title === '着火了')).to.equal(true);
  });

  it('is cut after a sentence, else a clause, and never within a number or a word', () => {
    const fits = (part: string): boolean => part.length <= 12;
    expect(partsThatFit('请走楼梯不要坐。电梯停了请当心', fits)).to.deep.equal([
      '请走楼梯不要坐。',
      '电梯停了请当心',
    ]);
    expect(partsThatFit('到院子里集合去，大家不要着急慢慢来', fits)[0]).to.equal('到院子里集合去，');
    expect(partsThatFit('please assemble outside', fits)).to.deep.equal(['please', 'assemble', 'outside']);
    expect(partsThatFit('请打电话到办公室83001234', fits)).to.deep.equal(['请打电话到办公室', '83001234']);
  });
});
