import { expect } from 'chai';
import { LlStaffNextSession } from '../../../../src/features/check-in/console/staff-next-session.ts';
import { setLocale } from '../../../../src/i18n/index.ts';
import '../../../../src/i18n/staff-texts.ts';
import { id } from '../../../../src/kernel/ids.ts';
import { expectAccessible } from '../../../support/axe.ts';
import type { FakeStore } from '../../../support/fake-store.ts';
import { at, course, today } from '../../../support/kiosk-centre.ts';
import { mount, settled, unmountAll } from '../../../support/mount.ts';
import { staff, staffStore } from '../../../support/staff-centre.ts';

describe("A leader's next session", () => {
  let card: LlStaffNextSession;
  const words = (): string => (card.shadowRoot?.textContent ?? '').replace(/\s+/g, ' ');
  async function open(nowMs: number | null, more?: (store: FakeStore) => void): Promise<void> {
    const store = staffStore(staff('leader', '张老师'), nowMs);
    more?.(store);
    card = await mount(new LlStaffNextSession(), { store });
  }

  afterEach(async () => {
    unmountAll();
    await setLocale('zh-CN');
  });

  it('says in how long it is, where, and how many are here already, in both languages', async () => {
    await open(at(10, 15));
    expect(words()).to.contain('还有 25 分钟').and.to.contain('八段锦').and.to.contain('10:40');
    expect(words()).to.contain('已到 1 人');
    await expectAccessible(card);
    await setLocale('en');
    await settled(card);
    expect(words()).to.contain('in 25 minutes').and.to.contain('1 person here');
  });

  it('names who leads it today, a stand-in as well, and the room as English has it', async () => {
    const usual = { leader: '赵老师', leaderEn: 'Ms Zhao', roomEn: 'Activity room' };
    await open(at(10, 15), (store) =>
      store.put('centre', 'course', 'baduanjin', course('baduanjin', '八段锦', '10:40', usual)),
    );
    expect(words()).to.contain('赵老师');
    await setLocale('en');
    await settled(card);
    expect(words()).to.contain('Activity room · Ms Zhao');
    await setLocale('zh-CN');
    unmountAll();
    await open(at(10, 15), (store) =>
      store
        .put('centre', 'course', 'baduanjin', course('baduanjin', '八段锦', '10:40', usual))
        .put('centre', 'sessionChange', `baduanjin@${today}`, {
          id: id<'SessionId'>(`baduanjin@${today}`),
          cancelled: false,
          start: null,
          room: null,
          note: null,
          leader: '孙老师',
        }),
    );
    expect(words()).to.contain('孙老师').and.not.to.contain('赵老师');
  });

  it('shows the one that is on before the one that comes, hours away', async () => {
    await open(at(11, 2), (store) =>
      store.put('centre', 'course', 'choir', course('choir', '合唱队', '15:30')),
    );
    expect(words()).to.match(/正在进行 八段锦.*还有 4 小时 28 分钟 合唱队/);
  });

  it('says when today is done, and when there was nothing: a blank card would look broken', async () => {
    await open(at(20, 0));
    expect(words()).to.contain('今天的课都上完了');
    unmountAll();
    await open(at(9, 0), (store) => store.remove('centre', 'course', 'baduanjin'));
    expect(words()).to.contain('今天没有课');
  });

  it('guesses no session while the time is unknown', async () => {
    await open(null);
    expect(words()).to.contain('还不知道现在几点').and.not.to.contain('八段锦');
  });
});
