import { expect } from 'chai';
import { LlStaffNotices } from '../../../../src/features/notices/console/staff-notices.ts';
import { expectAccessible } from '../../../support/axe.ts';
import type { FakeStore } from '../../../support/fake-store.ts';
import { at } from '../../../support/kiosk-centre.ts';
import { button, deepAll, mount, settled, type, unmountAll } from '../../../support/mount.ts';
import { staff, staffStore } from '../../../support/staff-centre.ts';

describe('Notices on the console', () => {
  let store: FakeStore;
  let notices: LlStaffNotices;

  const field = (selector: string): HTMLInputElement => {
    const found = deepAll(notices, selector)[0];
    if (!(found instanceof HTMLInputElement)) throw new Error(`no field ${selector}`);
    return found;
  };
  const press = async (name: string | RegExp): Promise<void> => {
    button(notices, name).click();
    await settled(notices);
  };
  const posted = () => store.query((view) => view.list('centre', 'notice'));

  beforeEach(async () => {
    store = staffStore(staff('manager'));
    notices = await mount(new LlStaffNotices(), { store });
  });
  afterEach(unmountAll);

  it('posts a notice that ends with the day, and takes it down', async () => {
    await press('写通知');
    type(field('#title'), '周四下午停水');
    await press('发出去');
    const [notice] = await posted();
    expect(notice).to.include({ title: '周四下午停水', level: 'normal', body: null, by: '王经理' });
    expect(notice?.untilMs).to.equal(at(24, 0));
    await press('撤下：周四下午停水');
    expect(await posted()).to.have.length(0);
  });

  it('posts nothing without words', async () => {
    await press('写通知');
    await press('发出去');
    expect(await posted()).to.have.length(0);
    expect(field('#title').getAttribute('aria-invalid')).to.equal('true');
  });

  it('raises an emergency only at the second yes, and offers the all-clear on every page', async () => {
    await press('紧急通知');
    type(field('#title'), '请马上离开餐厅');
    await press('下一步');
    expect(await posted(), 'it was only looked at').to.have.length(0);
    await press('再改改');
    expect(field('#title').value).to.equal('请马上离开餐厅');
    await press('下一步');
    await press('马上显示');
    expect((await posted()).map(({ level }) => level)).to.deep.equal(['emergency']);

    const line = new LlStaffNotices();
    line.alarms = true;
    await mount(line, { store });
    button(line, '解除').click();
    await settled(line);
    expect(await posted()).to.have.length(0);
    expect(line.offsetHeight, 'nothing is left of it').to.equal(0);
  });

  it('is accessible', async () => {
    await press('写通知');
    await expectAccessible(notices);
  });
});
