import { expect } from 'chai';
import { createHubClient } from '../../../../src/app/hub-client.ts';
import { LlStaffCertificates } from '../../../../src/features/certificates/console/staff-certificates.ts';
import { setLocale } from '../../../../src/i18n/index.ts';
import { id } from '../../../../src/kernel/ids.ts';
import { expectAccessible } from '../../../support/axe.ts';
import { FakeStore } from '../../../support/fake-store.ts';
import { at, course } from '../../../support/kiosk-centre.ts';
import { words } from '../../../support/mount-kiosk.ts';
import { button, deepAll, mount, settled, unmountAll } from '../../../support/mount.ts';
import { centreRow } from '../../../support/rows.ts';
import { staff } from '../../../support/staff-centre.ts';
import { until } from '../../../support/until.ts';
import '../../../../src/i18n/staff-texts.ts';

const held = ['02', '04', '06', '09', '11', '13', '16', '18', '20', '22'].map((day) => `2026-11-${day}`);
const answer = {
  courseId: 'phone',
  from: '2026-11-01',
  until: '2026-11-22',
  asOfMs: at(9, 0),
  held,
  came: [
    { memberId: 'm1', days: 9 },
    { memberId: 'm2', days: 8 },
    { memberId: 'm3', days: 7 },
    { memberId: 'm4', days: 1 },
    { memberId: 'gone', days: 10 },
  ],
};

describe('Certificates, at a console', () => {
  afterEach(unmountAll);

  const store = (): FakeStore => {
    const of = new FakeStore({ actor: staff('leader', '赵老师'), nowMs: at(9, 0) })
      .put('centre', 'centre', 'sample', centreRow())
      .put(
        'centre',
        'course',
        'phone',
        course('phone', '智能手机课', '14:30', {
          nameEn: 'Smartphone class',
          from: '2026-11-01',
          certificatePercent: 80,
        }),
      );
    for (const [key, name] of [
      ['m1', '王秀兰'],
      ['m2', '李建国'],
      ['m3', '赵玉芳'],
      ['m4', '钱大爷'],
    ] as const)
      of.put('people', 'member', key, { id: id<'MemberId'>(key), name, phone: null, birthYear: null });
    return of;
  };
  async function show(of: FakeStore, hears = true) {
    const asked: string[] = [];
    const api = createHubClient('console-1', async (path) => {
      asked.push(String(path));
      if (!hears) throw new TypeError('no network');
      return Response.json(answer);
    });
    const element = new LlStaffCertificates();
    element.mayChange = true;
    await mount(element, { store: of, api });
    if (!words(element).includes('结业证书')) return { element, asked };
    await until(() => !words(element).includes('正在打开'));
    return { element, asked };
  }
  async function press(element: LlStaffCertificates, name: RegExp): Promise<void> {
    button(element, name).click();
    await settled(element);
  }
  const given = async (of: FakeStore) =>
    (await of.query((view) => view.list('people', 'certificate'))).map(
      ({ memberId, attended, held: of10, issuedBy }) => [memberId, attended, of10, issuedBy],
    );

  it('asks from the first day to today, and parts who came often enough from who nearly did', async () => {
    const { element, asked } = await show(store());
    expect(asked.join()).to.contain('/api/attendance/courses/phone?from=2026-11-01&until=2026-11-22');
    expect(words(element)).to.match(
      /办了 10 场，来满 8 场（80%）就够.*来够了的 3 位.*王秀兰.*李建国.*差一点的 1 位.*赵玉芳.*另外 1 位.*钱大爷/,
    );
    await expectAccessible(element);
  });

  it('gives all who have finished theirs by one press, and not to who is no member any more', async () => {
    const of = store();
    const { element } = await show(of);
    await press(element, /这 2 位都发/);
    expect(await given(of)).to.eql([
      ['m1', 9, 10, '赵老师'],
      ['m2', 8, 10, '赵老师'],
    ]);
    expect(words(element)).to.contain('打印 2 张');
  });

  it('gives one to somebody who nearly has, where the leader says so, and takes it back and gives it again', async () => {
    const of = store();
    const { element } = await show(of);
    await press(element, /给 赵玉芳 发证书/);
    expect(await given(of)).to.eql([['m3', 7, 10, '赵老师']]);
    await press(element, /收回 赵玉芳/);
    expect(await given(of)).to.eql([]);
    await press(element, /撤回/);
    expect(await given(of)).to.have.length(1);
  });

  it('says of one that is not with the hub yet that it is not, and never "given"', async () => {
    const of = store();
    const { element } = await show(of);
    await press(element, /给 王秀兰 发证书/);
    expect(words(element)).to.contain('已发');
    of.setStatus({ link: 'away', outbox: 1 });
    await settled(element);
    expect(words(element)).to.contain('还没送到主机').and.not.to.contain('已发');
  });

  it('with the hub away says so, and not that nobody came', async () => {
    const { element } = await show(store(), false);
    expect(words(element)).to.contain('连不上主机').and.not.to.contain('来够了的');
  });

  it('prints each on a paper of its own, with the name whole, and leaves nothing on the page', async () => {
    const of = store();
    const { element } = await show(of);
    await press(element, /给 王秀兰 发证书/);
    let printed = '';
    const { print } = window;
    window.print = () => {
      printed += deepAll(document.body, 'article')
        .map((one) => one.textContent ?? '')
        .join('|');
    };
    try {
      await press(element, /打印 王秀兰/);
      await settled(element);
      await setLocale('en');
      await settled(element);
      await press(element, /^Print the certificate of 王秀兰/);
      await settled(element);
    } finally {
      window.print = print;
      await setLocale('zh-CN');
    }
    expect(printed, 'an English one names the course in English').to.contain('Smartphone class');
    expect(printed).to.contain('结业证书').and.to.contain('王秀兰').and.to.contain('智能手机课');
    expect(printed).to.contain('乐龄中心').and.to.contain('2026年11月22日');
    expect(document.querySelector('ll-print-sheet')).to.equal(null);
  });

  it('says nothing where no course gives any', async () => {
    const of = store().put('centre', 'course', 'phone', course('phone', '智能手机课', '14:30'));
    const { element } = await show(of);
    expect(words(element).trim()).to.equal('');
  });
});
