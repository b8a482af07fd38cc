import { expect } from 'chai';
import { LlStaffRecords } from '../../../../src/features/records/console/staff-records.ts';
import { subjectWords, type Names } from '../../../../src/features/records/console/record-words.ts';
import { rowKinds } from '../../../../src/features/registry.ts';
import { setLocale } from '../../../../src/i18n/index.ts';
import '../../../../src/i18n/staff-texts.ts';
import { id } from '../../../../src/kernel/ids.ts';
import type { Kind } from '../../../../src/kernel/rows.ts';
import type { FakeStore } from '../../../support/fake-store.ts';
import { at, today } from '../../../support/kiosk-centre.ts';
import { deepAll, mount, unmountAll } from '../../../support/mount.ts';
import { dishRow, refusalRow } from '../../../support/rows.ts';
import { staff, staffStore } from '../../../support/staff-centre.ts';

const mid = '0199aaaa-0000-7000-8000-000000000009';
const day = '2026-11-28';
/** An id of each kind, as it is made. */
const ids: { readonly [K in Kind]: string } = {
  account: 'manager',
  allClear: mid,
  attendance: `${day}/baduanjin/m007`,
  attendanceCount: `baduanjin@${day}`,
  audit: mid,
  calendarDay: day,
  centre: 'sample',
  certificate: `m007/baduanjin/${day}`,
  comePass: `baduanjin@${day}`,
  course: 'baduanjin',
  device: 'lobby-kiosk',
  deviceAnswer: 'lobby-kiosk/reload',
  deviceCommand: 'lobby-kiosk/reload',
  deviceConfig: 'lobby-kiosk',
  deviceFaults: 'lobby-kiosk',
  deviceHealth: 'lobby-kiosk',
  deviceMedia: 'lobby-kiosk',
  dish: 'tomato-egg',
  enrolment: `${day}/baduanjin/m007`,
  enrolmentAnswer: mid,
  enrolmentCount: `baduanjin@${day}`,
  formerMember: 'm007',
  glass: 'dining-hall',
  helpCall: mid,
  hubClock: 'hub',
  looseClaim: mid,
  media: 'a'.repeat(64),
  member: 'm007',
  menu: `${day}.lunch.main`,
  menuDraft: `${day}.lunch.main`,
  menuImport: 'plan-48',
  menuPlan: 'main',
  mealCount: `${day}.lunch.main`,
  menuEditing: '菜单',
  menuReminder: `${day}.lunch.main`,
  notice: mid,
  noticeHouse: 'notices',
  noticeProposal: mid,
  place: 'place-1',
  playCount: 'dining-hall/1795824000000/menu',
  playlist: 'autumn',
  policy: 'meal-help',
  policyHouse: 'policies',
  policyProposal: 'meal-help',
  policyWithdrawn: 'meal-help',
  programme: 'baduanjin-standing',
  push: 'dining-hall',
  refusal: mid,
  request: mid,
  requestAnswer: mid,
  roster: 'm007',
  run: 'dining-hall',
  runReport: 'dining-hall',
  schedule: 'dining-hall',
  sessionChange: `baduanjin@${day}`,
};
const named: Names = new Map([
  ['course/baduanjin', '八段锦'],
  ['member/m007', '胡文民'],
  ['device/dining-hall', '餐厅电视'],
]);

describe('What a change touched, in words', () => {
  afterEach(async () => {
    unmountAll();
    await setLocale('zh-CN');
  });

  it('has words for every kind of row, known or not, in both languages, and shows no id', async () => {
    for (const language of ['zh-CN', 'en'] as const) {
      await setLocale(language);
      for (const kind of Object.keys(rowKinds)) {
        const key = new Map<string, string>(Object.entries(ids)).get(kind) ?? '';
        for (const names of [named, new Map<string, string>()]) {
          const words = subjectWords([`${kind}/${key}`], names);
          expect(words, kind).not.to.equal('');
          expect(words, kind).not.to.match(
            /[/@]|staff\.|m007|lobby|dining|main|baduanjin|0199|aaaa|undefined/,
          );
        }
      }
    }
  });

  it('of a kind that is a newer build’s nothing is said', () => {
    expect(subjectWords([`booking/${day}/x`], named)).to.equal('');
  });

  it('an attendance reads as its day, its course and its person, once', () => {
    const touched = [`attendance/${ids.attendance}`, `attendanceCount/${ids.attendanceCount}`];
    expect(subjectWords(touched, named)).to.equal('11月28日 八段锦 胡文民');
    expect(subjectWords(touched, new Map([['course/baduanjin', '八段锦']])), 'to who may not know').to.equal(
      '11月28日 八段锦 一位长者',
    );
  });

  describe('in the records', () => {
    let store: FakeStore;
    const open = async (kind: LlStaffRecords['kind']): Promise<string> => {
      const records = new LlStaffRecords();
      records.kind = kind;
      await mount(records, { store });
      return deepAll(records, '.entry')
        .map((one) => (one.textContent ?? '').replace(/\s+/g, ' '))
        .join('\n');
    };
    beforeEach(() => {
      store = staffStore(staff('manager'), at(11, 2));
    });

    it('names whom a record was about, and the device that did it', async () => {
      const about = { sessionId: `baduanjin@${today}`, memberId: 'm1', seen: null };
      store.put('people', 'refusal', mid, refusalRow({ id: id(mid), args: about, status: 'done' }));
      store.put('audit', 'audit', 'a2', {
        id: id<'Mid'>('a2'),
        name: 'record.keep',
        by: 'lobby-kiosk',
        deviceId: id('lobby-kiosk'),
        subject: [`refusal/${mid}`],
        receivedAtMs: at(10, 50),
      });
      const words = await open('audit');
      expect(words).to.contain('确认来过 大厅一体机').and.to.contain('签到 · 王桂兰 · 八段锦 11月22日');
    });

    it('tells from what to what, in yuan and words, and of what has no words only that there is more', async () => {
      store.put('centre', 'dish', 'pork', dishRow({ id: id('pork'), name: '红烧肉' }));
      const changed = (
        path: readonly string[],
        before: number | boolean | string | null,
        after: typeof before,
      ) => ({
        subject: `menu/${day}.lunch.main`,
        path: [...path],
        before,
        after,
      });
      store.put('audit', 'audit', 'a3', {
        id: id<'Mid'>('a3'),
        name: 'menu.publish',
        by: '李师傅',
        deviceId: id('desk'),
        subject: [`menu/${day}.lunch.main`],
        receivedAtMs: at(10, 50),
        changed: [
          changed(['items', 'pork', 'priceFen'], 1200, 1550),
          changed(['items', 'pork', 'soldOut'], false, true),
          changed(['note'], '主食免费续', null),
          changed(['items', 'pork', 'somethingOfALaterBuild'], 'x-1', 'x-2'),
        ],
        moreChanged: 2,
      });
      const words = await open('audit');
      expect(words).to.contain('红烧肉 价格：12 元 → 15.5 元').and.to.contain('红烧肉 卖完：否 → 是');
      expect(words).to.contain('备注：主食免费续 → 空').and.to.contain('还有 3 处');
      expect(words).not.to.match(/priceFen|soldOut|somethingOf|x-1/);
    });

    it('says of a call answered within the minute that it was, and not that it took one', async () => {
      for (const [key, tookMs] of [
        ['h1', 10_000],
        ['h2', 150_000],
      ] as const)
        store.put('staff', 'helpCall', key, {
          id: id<'Mid'>(key),
          deviceId: id('lobby-kiosk'),
          place: '一楼大厅',
          raisedAtMs: at(10, 0),
          ageUnknown: false,
          state: 'done',
          answeredBy: '张老师',
          answeredAtMs: at(10, 0) + tookMs,
        });
      const words = await open('help');
      expect(words).to.contain('张老师 · 不到 1 分钟就回应了').and.to.contain('张老师 · 3 分钟后回应');
      expect(words).not.to.contain('1 分钟后回应');
    });
  });
});
