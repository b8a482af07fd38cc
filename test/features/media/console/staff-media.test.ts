import { ContextProvider } from '@lit/context';
import { expect } from 'chai';
import { Uploads, uploadsContext, type UploadPorts } from '../../../../src/app/uploads.ts';
import { LlStaffDeviceMedia } from '../../../../src/features/media/console/staff-device-media.ts';
import { LlStaffMedia } from '../../../../src/features/media/console/staff-media.ts';
import { LlStaffPlaylists } from '../../../../src/features/media/console/staff-playlists.ts';
import { id, type MediaHash } from '../../../../src/kernel/ids.ts';
import { expectAccessible } from '../../../support/axe.ts';
import type { FakeStore } from '../../../support/fake-store.ts';
import { mediaRow } from '../../../support/media-rows.ts';
import { at } from '../../../support/kiosk-centre.ts';
import { button, deepAll, mount, settled, toldInSheet, type, unmountAll } from '../../../support/mount.ts';
import { staff, staffStore } from '../../../support/staff-centre.ts';

type Told = Parameters<UploadPorts['send']>[2];

/** A hub that takes what it is told to take. */
class FakeHub implements UploadPorts {
  told: Told | null = null;
  readonly sent: string[] = [];
  starts = 0;

  isAway = false;

  prepare(file: File) {
    if (this.isAway) return Promise.reject(new Error('the code of it could not be had'));
    return Promise.resolve({ file, picture: new Blob(['a picture']) });
  }

  send(_file: Blob, { words }: Parameters<UploadPorts['send']>[1], told: Told) {
    this.sent.push(
      words['posterOf'] === undefined ? (words['title'] ?? '') : `picture of ${words['posterOf']}`,
    );
    if (words['posterOf'] === undefined) this.told = told;
    const start = (): void => void (this.starts += 1);
    return Promise.resolve({ start, pause: () => Promise.resolve(), cancel: () => Promise.resolve() });
  }
}

const hash = (n: number): MediaHash => id(String(n).repeat(64));
const words = (root: Element): string =>
  deepAll(root, 'p, span, h2, h3')
    .map((one) => one.textContent?.trim() ?? '')
    .join(' ')
    .replace(/\s+/g, ' ');

/** As the console's shell does. */
const provider = new ContextProvider(document.body, { context: uploadsContext });

describe('photos and videos on the console', () => {
  let store: FakeStore;
  beforeEach(() => {
    store = staffStore(staff('canteen'));
    store.put('centre', 'media', hash(1), mediaRow({ id: hash(1), title: '重阳合影', sizeBytes: 3_400_000 }));
    const film = { title: '秋游', mime: 'video/mp4', durationMs: 83_000, addedAtMs: 5 } as const;
    store.put('centre', 'media', hash(2), mediaRow({ id: hash(2), ...film }));
  });
  afterEach(() => {
    unmountAll();
    localStorage.clear();
    provider.setValue(undefined);
  });

  describe('on their way to the hub', () => {
    let hub: FakeHub;
    let uploads: Uploads;
    let page: LlStaffMedia;
    const settle = async (): Promise<void> => {
      await settled(page);
      await settled(page);
    };
    beforeEach(async () => {
      hub = new FakeHub();
      uploads = new Uploads(store, hub);
      provider.setValue(uploads);
      page = await mount(new LlStaffMedia(), { store });
      uploads.add([new File(['x'.repeat(2_000_000)], '晚会.mp4', { type: 'video/mp4' })]);
      await settle();
    });

    it('say how far they are, stop where they are told to, and go on', async () => {
      hub.told?.sent(1_000_000);
      await settle();
      expect(words(page)).to.contain('晚会').and.to.contain('已传 1 MB，共 1.9 MB');
      expect(uploads.busy, 'no new build comes under it').to.equal(true);
      button(page, '先停一下').click();
      await settle();
      expect(words(page)).to.contain('停在 1 MB');
      button(page, '接着传').click();
      await settle();
      expect(hub.starts).to.equal(2);
      hub.told?.done(hash(9));
      await settle();
      expect(words(page)).to.contain('已放进媒体库');
      expect(hub.sent).to.deep.equal(['晚会', `picture of ${hash(9)}`]);
      expect(uploads.busy).to.equal(false);
    });

    it('say under which name one stands that was in the library already: nobody looks for it by the new one', async () => {
      hub.told?.done(hash(2));
      await settle();
      expect(words(page)).to.contain('媒体库里本来就有，叫“秋游”').and.not.to.contain('已放进媒体库');
    });

    it('wait for a hub that is away or full, with all that was sent, and go on by themselves', async () => {
      hub.told?.stopped({ why: 'disk-full', mayGoOn: true });
      await settle();
      expect(words(page)).to.contain('磁盘没有地方了').and.to.contain('已传的都在');
      uploads.resume(1);
      hub.told?.stopped({ why: 'away', mayGoOn: true });
      await settle();
      expect(words(page)).to.contain('连不上主机');
      const before = hub.starts;
      store.setStatus({ link: 'live' });
      await settle();
      expect(hub.starts).to.equal(before + 1);
    });

    it('wait, and hold up no other, where what sends them cannot be had', async () => {
      hub.isAway = true;
      uploads.add([new File(['y'], '合影.jpg', { type: 'image/jpeg' })]);
      hub.told?.done(hash(9));
      await settle();
      expect(uploads.list.find(({ title }) => title === '合影')).to.include({
        state: 'waiting',
        why: 'away',
      });
      hub.isAway = false;
      store.setStatus({ link: 'live' });
      await settle();
      expect(hub.sent).to.contain('合影');
    });

    it('say why the hub does not take one, and what to do, in words', async () => {
      hub.told?.stopped({ why: 'other-video-codec', mayGoOn: false });
      await settle();
      expect(words(page)).to.contain('H.264').and.not.to.contain('other-video');
      button(page, '知道了').click();
      await settle();
      expect(uploads.list).to.deep.equal([]);
    });
  });

  it('stay while they are in use, and one that was taken out comes back at a press', async () => {
    const items = [{ media: hash(2) }];
    const playlist = {
      id: id<'PlaylistId'>('autumn'),
      title: '秋天',
      items,
      version: 1,
      by: '',
      changedAtMs: 0,
    };
    store.put('centre', 'playlist', 'autumn', playlist);
    const page = await mount(new LlStaffMedia(), { store });
    expect(words(page)).to.contain('视频 · 1:23').and.to.contain('用在：轮播“秋天”');
    expect(deepAll(page, 'button').some((one) => one.getAttribute('aria-label') === '拿掉“秋游”')).to.equal(
      false,
    );
    button(page, '给“重阳合影”改名').click();
    await settled(page);
    store.nextAnswer = { ok: false, status: 'refused', code: 'not-kept', detail: 'no room' };
    button(page, '保存').click();
    await settled(page);
    expect(toldInSheet(page)[0]).to.contain('没有改成');
    button(page, '不用了').click();
    await settled(page);
    button(page, '拿掉“重阳合影”').click();
    await settled(page);
    expect(words(page)).to.contain('已拿掉“重阳合影”');
    expect((await store.query((view) => view.get('centre', 'media', hash(1))))?.removedAtMs).to.be.a(
      'number',
    );
    button(page, '放回去').click();
    await settled(page);
    expect(await store.query((view) => view.get('centre', 'media', hash(1)))).to.not.have.property(
      'removedAtMs',
    );
  });

  it('are put together in an order, with how long each photo stays, and nothing of it is lost to somebody else’s change', async () => {
    const page = await mount(new LlStaffPlaylists(), { store });
    const press = async (name: string): Promise<void> => {
      button(page, name).click();
      await settled(page);
    };
    await press('做一组轮播');
    await press('保存');
    expect(words(page)).to.contain('请给这组轮播起个名字');
    const field = deepAll(page, '#title')[0];
    if (field instanceof HTMLInputElement) type(field, '重阳节');
    await settled(page);
    await press('加进“秋游”');
    await press('加进“重阳合影”');
    const seconds = deepAll(page, 'input[type="number"]')[0];
    if (seconds instanceof HTMLInputElement) {
      seconds.value = '20';
      seconds.dispatchEvent(new Event('change'));
    }
    await settled(page);
    await press('“重阳合影”往前');
    store.nextAnswer = { ok: false, status: 'conflict', code: 'conflict', detail: '' };
    await press('保存');
    expect(toldInSheet(page)[0]).to.contain('别人刚改过');
    store.nextAnswer = { ok: false, status: 'refused', code: 'removed-media', detail: '秋游' };
    await press('保存');
    expect(toldInSheet(page)[0]).to.contain('没有改成');
    await press('保存');
    const [playlist] = await store.query((view) => view.list('centre', 'playlist'));
    expect(playlist?.title).to.equal('重阳节');
    expect(playlist?.items).to.deep.equal([{ media: hash(1), seconds: 20 }, { media: hash(2) }]);
    expect(words(page)).to.contain('2 个，放一遍 1:43');
    store.nextAnswer = { ok: false, status: 'conflict', code: 'conflict', detail: '' };
    await press('删掉轮播“重阳节”');
    expect(store.asked[store.asked.length - 1]?.args).to.deep.include({ baseVersion: 1 });
    expect(words(page)).to.contain('别人刚改过，没有删').and.not.to.contain('放回去');
    await press('删掉轮播“重阳节”');
    await press('放回去');
    expect((await store.query((view) => view.list('centre', 'playlist'))).length).to.equal(1);
  });

  it('are told of by each screen: what it holds, how far it is, and what it cannot show, never in a code word', async () => {
    const page = await mount(new LlStaffDeviceMedia(), { store });
    expect(words(page)).to.contain('还没有说过');
    const held = {
      budgetBytes: 1e9,
      heldBytes: 0,
      wantedFiles: 3,
      readyFiles: 1,
      wantedBytes: 100,
      readyBytes: 45,
    };
    const faults = [
      { media: hash(2), why: 'unsupported' },
      { media: hash(1), why: 'a-newer-word' },
    ];
    store.put('staff', 'deviceMedia', 'dining-hall', {
      id: id<'DeviceId'>('dining-hall'),
      heardMs: at(11, 2),
      ...held,
      faults,
    });
    await settled(page);
    expect(words(page))
      .to.contain('3 个里备好 1 个，45%')
      .and.to.contain('放不了“秋游”的格式')
      .and.to.contain('“重阳合影”有点问题')
      .and.not.to.contain('newer');
  });

  it('are accessible', async () => {
    for (const element of [new LlStaffMedia(), new LlStaffPlaylists(), new LlStaffDeviceMedia()])
      await expectAccessible(await mount(element, { store }));
  });
});
