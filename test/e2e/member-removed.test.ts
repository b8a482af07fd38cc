import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { centreWhereItIs } from '../support/centre-at.ts';
import { filesWith } from '../support/disk.ts';
import { findByTail, goHome, sayItIsMe, settled, staysThere, typeTail } from '../support/elders.ts';
import { Profile } from '../support/faces.ts';
import { startHub, type HubProcess } from '../support/hub.ts';
import { until } from '../support/until.ts';

const NAME = '独孤明月';
const MASKED = '独孤*月';
const PHONE = '13700009183';
const NOTE = '爱坐靠窗的座位';

/**
 * An advisor writes somebody down on a telephone, who signs in at the kiosk and is then deleted while the hub is away.
 * Afterwards no device and no table knows who it was. The steps build on each other, so a failed one fails those after it.
 */
describe('a member who comes and is deleted', { timeout: 300_000 }, () => {
  const config = centreWhereItIs(10, 35);
  const profile = new Profile();
  let hub: HubProcess;
  let kiosk: Page;
  let phone: Page;

  before(async () => {
    hub = await startHub({ env: { LELING_CONFIG: config.folder } });
    const { kiosk: kioskLink, staff } = hub.links;
    assert.ok(kioskLink && staff['advisor']);
    await profile.open();
    await profile.browser.addInitScript(staysThere);
    [kiosk, phone] = await Promise.all([
      profile.face('kiosk', kioskLink),
      profile.face('phone', staff['advisor']),
    ]);
    await Promise.all([profile.keptOffline(kiosk), profile.keptOffline(phone)]);
  });
  after(async () => {
    await profile.dispose();
    await hub.dispose();
    config.remove();
  });

  const open = async (): Promise<void> => {
    await phone.getByLabel(/^找人/).fill('独孤');
    await phone.getByRole('button', { name: MASKED }).click();
    await phone.getByRole('button', { name: '看资料' }).click();
  };

  it('is met at the kiosk as soon as they are written down', async () => {
    await phone.getByRole('link', { name: '长者' }).click();
    await phone.getByRole('button', { name: '加一位' }).click();
    await phone.getByLabel('姓名', { exact: true }).fill(NAME);
    await phone.getByLabel('电话', { exact: true }).fill(PHONE);
    await phone.getByLabel('备注').fill(NOTE);
    await phone.getByRole('button', { name: '存好' }).click();
    await phone.getByLabel(/^找人/).fill('独孤');
    await phone.getByRole('button', { name: MASKED }).waitFor();
    await until(async () => {
      await findByTail(kiosk, PHONE.slice(-4)).catch(() => goHome(kiosk));
      return kiosk.getByText(MASKED).isVisible();
    });
    await sayItIsMe(kiosk);
    await goHome(kiosk);
    assert.notEqual(filesWith(hub.dataDir, [NAME]).length, 0, 'the hub has them: the search works');
  });

  it('is deleted while the hub is away, which is said to wait, and gone from the kiosk once it is back', async () => {
    hub.pause();
    await open();
    await phone.getByText(NOTE).waitFor();
    await phone.getByRole('button', { name: '删除', exact: true }).click();
    await phone.getByRole('button', { name: `删除${NAME}` }).click();
    await phone.getByText('没找到“独孤”').waitFor();
    await phone.getByText(/2 条等着送出/).waitFor();
    hub.resume();
    await phone.getByText(/条等着送出/).waitFor({ state: 'detached' });
    await until(async () => {
      await goHome(kiosk);
      await kiosk.getByRole('button', { name: '我来签到' }).click();
      await typeTail(kiosk, PHONE.slice(-4));
      await settled(kiosk);
      return (await kiosk.getByText(MASKED).count()) === 0;
    });
  });

  it('has left no word on any device, nor at the hub', async () => {
    const traces = [NAME, MASKED, PHONE, NOTE];
    // Each asks its hub anew, seals what is settled and has its files packed.
    await Promise.all([kiosk.reload(), phone.reload()]);
    await until(() => filesWith(profile.folder, traces).length === 0);
    await hub.kill();
    assert.deepEqual(filesWith(hub.dataDir, traces), []);
    assert.deepEqual(profile.errors, []);
  });
});
