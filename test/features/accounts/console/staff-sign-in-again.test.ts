import { expect } from 'chai';
import { LlStaffSignInAgain } from '../../../../src/features/accounts/console/staff-sign-in-again.ts';
import { expectAccessible } from '../../../support/axe.ts';
import { button, deepAll, focused, mount, settled, unmountAll } from '../../../support/mount.ts';

async function open(setting: Partial<LlStaffSignInAgain>): Promise<LlStaffSignInAgain> {
  return mount(Object.assign(new LlStaffSignInAgain(), { person: '李师傅', ...setting }), {});
}
const isOpen = (page: LlStaffSignInAgain): boolean =>
  deepAll(page, 'dialog').some((one) => one instanceof HTMLDialogElement && one.open);
const words = (page: LlStaffSignInAgain): string =>
  deepAll(page, 'p, span')
    .map((one) => one.textContent)
    .join(' ');

describe('Signing in again over one’s page', () => {
  afterEach(unmountAll);

  it('asks for the PIN at once, of whom it expects, and says that their work is kept', async () => {
    const page = await open({ count: 2 });
    await settled(page);
    expect(isOpen(page)).to.equal(true);
    expect(focused()?.id).to.equal('secret');
    expect(deepAll(page, '#name').map((one) => (one as HTMLInputElement).value)).to.deep.equal(['李师傅']);
    expect(words(page)).to.contain('2 项修改还在这台设备上');
    expect(words(page), 'what to do without a PIN').to.contain('没有 PIN');
  });

  it('opens under nobody’s hands, but with the next change that is kept back', async () => {
    let occupied = true;
    const page = await open({ occupied: () => occupied });
    expect(isOpen(page)).to.equal(false);
    occupied = false;
    page.count = 1;
    await settled(page);
    expect(isOpen(page)).to.equal(true);
  });

  it('can be put off, stays away whatever is made meanwhile, and is opened again by its button', async () => {
    const page = await open({});
    button(page, '关上').click();
    await settled(page);
    expect(isOpen(page)).to.equal(false);
    page.count = 1;
    await settled(page);
    expect(isOpen(page)).to.equal(false);
    expect(words(page)).to.contain('1 项修改还在这台设备上');
    button(page, '登录').click();
    await settled(page);
    expect(isOpen(page)).to.equal(true);
  });

  it('says who is signed in meanwhile, and leaves the page to them when asked', async () => {
    const page = await open({ other: '王经理' });
    expect(words(page)).to.contain('现在是王经理登录着这台设备');
    const givesWay = new Promise<void>((done) => page.addEventListener('ll-give-way', () => done()));
    button(page, /王经理/).click();
    await givesWay;
  });

  it('is accessible', async () => {
    await expectAccessible(await open({ count: 1, other: '王经理' }));
  });
});
