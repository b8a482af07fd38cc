import { expect } from 'chai';
import { LlBoardTimetable } from '../../../../src/features/classes/board/board-timetable.ts';
import { setLocale } from '../../../../src/i18n/index.ts';
import { id } from '../../../../src/kernel/ids.ts';
import { hang } from '../../../support/board-glass.ts';
import { turnAll } from '../../../support/board-pages.ts';
import { FakeStore } from '../../../support/fake-store.ts';
import { unmountAll } from '../../../support/mount.ts';
import { PassingTime } from '../../../support/passing-time.ts';
import { centreRow, courseRow } from '../../../support/rows.ts';

const roles = { 'h1 small': 40, h1: 55, small: 30, '.name': 40, '.hours': 40, '.state': 30, '.more': 30 };

const courses = [
  { name: '八段锦', nameEn: 'Baduanjin', room: '二楼活动室', start: '10:20', about: '跟着老师慢慢做' },
  {
    name: '智能手机使用与防诈骗知识系列讲座',
    nameEn: 'Using a smartphone, and how not to be cheated',
    start: '10:50',
  },
  { name: '合唱', nameEn: null, room: '三楼东侧多功能综合活动大厅', start: '14:00' },
  { name: '书法', nameEn: 'Calligraphy', start: '15:00' },
  { name: '中医坐诊', nameEn: 'Doctor of Chinese medicine', start: '16:00' },
  { name: '手指操', nameEn: 'Hand exercises', start: '17:30' },
  { name: '电影', nameEn: 'Film', start: '19:00' },
];

async function turned(count: number, inches: number, metres: number, upright = false, listed = courses) {
  const store = new FakeStore({ nowMs: Date.UTC(2026, 10, 22, 2, 32) });
  store.put('centre', 'centre', 'sample', centreRow());
  listed.slice(0, count).forEach((course, i) => {
    const key = id<'CourseId'>(`course-${i}`);
    store.put('centre', 'course', key, courseRow({ ...course, id: key }));
  });
  const time = new PassingTime(store);
  try {
    const board = new LlBoardTimetable();
    board.date = '2026-11-22';
    const [widthPx, heightPx] = upright ? [1080, 1920] : [1920, 1080];
    await hang(
      board,
      { panel: { diagonalInches: inches, widthPx, heightPx }, distanceMm: metres * 1000 },
      store,
    );
    return await turnAll(board, time, roles, '.rows .name .say *, .rows .name .say');
  } finally {
    time.stop();
    unmountAll();
  }
}

describe('The timetable on a television', () => {
  for (const locale of ['zh-CN', 'en'] as const)
    it(`can be read from every seat, in ${locale}: none, few and many, long names and rooms`, async () => {
      await setLocale(locale);
      try {
        for (const inches of [55, 65, 75])
          for (const metres of [3, 5, 8])
            for (const count of metres === 5 ? [0, 2, 7] : [7]) {
              const { wrong, names } = await turned(count, inches, metres);
              expect(wrong, `${count} on ${inches} inches, ${metres} m`).to.deep.equal([]);
              if (locale === 'zh-CN')
                expect(names).to.equal(
                  courses
                    .slice(0, count)
                    .map(({ name }) => name)
                    .join(''),
                );
            }
        expect((await turned(7, 65, 5, true)).wrong, 'upright').to.deep.equal([]);
      } finally {
        await setLocale('zh-CN');
      }
    });

  it('says whose room it is where a session goes on over the next page', async () => {
    const room = '三楼东侧多功能活动大厅，从电梯出来右拐，再往里走第二个门，靠窗户的那一边';
    const { wrong, pages } = await turned(1, 55, 8, false, [
      { name: '八段锦', nameEn: null, room, start: '10:20' },
    ]);
    expect(wrong).to.deep.equal([]);
    expect(pages.length, pages.join(' / ')).to.be.greaterThan(1);
    for (const page of pages) expect(page).to.contain('八段锦');
  });
});
