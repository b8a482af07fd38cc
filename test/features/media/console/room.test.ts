import { expect } from 'chai';
import type { LitElement } from 'lit';
import { LlStaffDeviceMedia } from '../../../../src/features/media/console/staff-device-media.ts';
import { LlStaffPlaylists } from '../../../../src/features/media/console/staff-playlists.ts';
import { LlStaffPush } from '../../../../src/features/schedules/console/staff-push.ts';
import { setLocale } from '../../../../src/i18n/index.ts';
import '../../../../src/i18n/staff-texts.ts';
import { id, type MediaHash } from '../../../../src/kernel/ids.ts';
import { expectAccessible } from '../../../support/axe.ts';
import type { FakeStore } from '../../../support/fake-store.ts';
import { at } from '../../../support/kiosk-centre.ts';
import { mediaRow } from '../../../support/media-rows.ts';
import { button, deepAll, mount, settled, unmountAll } from '../../../support/mount.ts';
import { staff, staffStore } from '../../../support/staff-centre.ts';

const MB = 1024 * 1024;
const hash = (n: number): MediaHash => id(String(n).repeat(64));

describe('The room that each television has left', () => {
  let store: FakeStore;
  const room = (page: Element): readonly string[] =>
    deepAll(page, '.room').map((one) => one.textContent?.replace(/\s+/g, ' ').trim() ?? '');
  const says = (wantedBytes: number): void => {
    store.put('staff', 'deviceMedia', 'dining-hall', {
      id: id<'DeviceId'>('dining-hall'),
      heardMs: at(11, 0),
      budgetBytes: 500 * MB,
      heldBytes: wantedBytes,
      wantedFiles: 1,
      readyFiles: 1,
      wantedBytes,
      readyBytes: wantedBytes,
      faults: [],
    });
  };
  const press = async (page: LitElement, name: string | RegExp): Promise<void> => {
    button(page, name).click();
    await settled(page);
  };

  beforeEach(() => {
    store = staffStore(staff('canteen'), at(11, 2));
    store.put('centre', 'media', hash(1), mediaRow({ id: hash(1), title: '合影', sizeBytes: 20 * MB }));
    const film = { title: '秋游', mime: 'video/mp4', durationMs: 83_000, sizeBytes: 300 * MB } as const;
    store.put('centre', 'media', hash(2), mediaRow({ id: hash(2), ...film }));
    store.put('centre', 'playlist', 'autumn', {
      id: id<'PlaylistId'>('autumn'),
      title: '秋天',
      items: [{ media: hash(2) }],
      version: 1,
      by: '',
      changedAtMs: 0,
    });
  });
  afterEach(async () => {
    unmountAll();
    localStorage.clear();
    await setLocale('zh-CN');
  });

  it('is said before anything is chosen', async () => {
    says(380 * MB);
    const page = new LlStaffDeviceMedia();
    await mount(page, { store });
    const words = (): string =>
      deepAll(page, 'p')
        .map((one) => one.textContent?.trim())
        .join(' ');
    expect(words()).to.contain('还能放 120 MB（一共给照片和视频 500 MB）');
    says(500 * MB);
    await settled(page);
    expect(words()).to.contain('没有空地方了（一共给照片和视频 500 MB）');
  });

  it('is said while a playlist is put together, and where it is too little, with what to do', async () => {
    says(380 * MB);
    const page = new LlStaffPlaylists();
    await mount(page, { store });
    await press(page, '做一组轮播');
    await press(page, '加进“合影”');
    expect(room(page)).to.deep.equal(['“餐厅电视”还能放 120 MB，这些要 20 MB，放得下']);
    await press(page, '加进“秋游”');
    expect(room(page)[0]).to.match(/^“餐厅电视”只能再放 120 MB，这些要 320 MB，放不下。请少放几个/);
    await expectAccessible(page);
    await setLocale('en');
    await settled(page);
    expect(room(page)[0]).to.contain('has room for only 120 MB more');
  });

  it('is said of the screens a playlist is put on, and counts nothing twice that is there already', async () => {
    says(380 * MB);
    const page = new LlStaffPush();
    page.mayChange = true;
    await mount(page, { store });
    await press(page, '马上放…');
    const [kind] = deepAll(page, '#kind');
    if (!(kind instanceof HTMLSelectElement)) throw new Error('no choice of what to show');
    kind.value = 'playlist';
    kind.dispatchEvent(new Event('change'));
    await settled(page);
    expect(room(page)[0]).to.match(/^“餐厅电视”只能再放 120 MB，这些要 300 MB，放不下/);
    store.put('centre', 'schedule', 'dining-hall', {
      id: id<'DeviceId'>('dining-hall'),
      dayparts: [
        {
          show: 'playlist',
          playlistId: id<'PlaylistId'>('autumn'),
          weekdays: [1, 2, 3, 4, 5, 6, 7],
          from: '14:00',
          to: '16:00',
        },
      ],
      version: 1,
    });
    await settled(page);
    expect(room(page)).to.deep.equal(['“餐厅电视”还能放 120 MB']);
  });
});
