import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { menuId } from '../../../../src/features/menus/model/menu.ts';
import { wantedMedia } from '../../../../src/features/media/model/wanted.ts';
import { takeMedia } from '../../../../src/features/media/model/reports.ts';
import { id, type MediaHash } from '../../../../src/kernel/ids.ts';
import type { RowOf } from '../../../../src/kernel/rows.ts';
import { House, NOW, screen, staff, TODAY } from '../../../support/house.ts';
import { mediaRow } from '../../../support/media-rows.ts';
import { dishRow, menuItem, screenConfig } from '../../../support/rows.ts';
import { device, programme } from '../../../support/model-rows.ts';

const hash = (n: number): MediaHash => id(n.toString(16).padStart(64, '0'));
const playlist = (key: string, ...files: readonly number[]) => ({
  playlistId: id<'PlaylistId'>(key),
  title: key,
  items: files.map((n) => ({ media: hash(n) })),
  baseVersion: 0,
});

/** A house with some files, numbered. */
function housed(...files: readonly number[]): House {
  const house = new House();
  for (const n of files)
    house.set('centre:sample', 'media', hash(n), mediaRow({ id: hash(n), title: `照片 ${n}` }));
  return house;
}

describe('the media library', () => {
  it('keeps what is in use, and gives back what was taken out by mistake', async () => {
    const house = housed(1, 2);
    await house.act(staff('leader'), 'playlist.save', playlist('autumn', 1));
    const refusal = await house.act(staff('canteen'), 'media.remove', { mediaId: hash(1) });
    assert.deepEqual([refusal.status, 'code' in refusal && refusal.code], ['refused', 'media-in-use']);
    assert.equal((await house.act(staff('canteen'), 'media.remove', { mediaId: hash(2) })).status, 'applied');
    assert.equal(house.get('centre:sample', 'media', hash(2))?.removedAtMs, NOW);
    const out = await house.act(staff('leader'), 'playlist.save', playlist('winter', 2));
    assert.deepEqual([out.status, 'code' in out && out.code], ['refused', 'removed-media']);
    await house.act(staff('canteen'), 'media.restore', { mediaId: hash(2) });
    assert.deepEqual(
      house.get('centre:sample', 'media', hash(2)),
      mediaRow({ id: hash(2), title: '照片 2' }),
    );
  });

  it('keeps the photo of a dish that the kitchen cooks, and of one on a menu that is yet to be published', async () => {
    const house = housed(1, 2);
    const remove = (n: number) => house.act(staff('leader'), 'media.remove', { mediaId: hash(n) });
    const dish = dishRow({ photo: hash(1) });
    await house.act(staff('canteen'), 'dish.save', { dish });
    await house.act(staff('canteen'), 'menu.draft', {
      ...{ menuId: menuId('2026-11-23', 'lunch', 'main'), items: [menuItem({ photo: hash(2) })] },
      ...{ set: null, note: null, baseVersion: 0 },
    });
    for (const n of [1, 2]) assert.equal((await remove(n)).status, 'refused');
    await house.act(staff('canteen'), 'dish.save', { dish: { ...dish, archived: true } });
    assert.equal((await remove(1)).status, 'applied', 'what is cooked no more needs none');
  });

  it('takes nothing into a playlist that is only heard, and no change that was made from an older one', async () => {
    const house = housed(1);
    house.set('centre:sample', 'media', hash(3), mediaRow({ id: hash(3), mime: 'audio/mpeg' }));
    assert.equal(
      (await house.act(staff('leader'), 'playlist.save', playlist('autumn', 3))).status,
      'refused',
    );
    await house.act(staff('leader'), 'playlist.save', playlist('autumn', 1));
    assert.equal(
      (await house.act(staff('leader'), 'playlist.save', playlist('autumn', 1))).status,
      'conflict',
    );
  });
});

describe('what a television is to hold', () => {
  const hall = screenConfig();
  const rowsOf = (house: House): Parameters<typeof wantedMedia>[0] => {
    const tx = house.tx(staff('leader'));
    return { list: (scope, kind) => tx.list(scope, kind) };
  };
  const days = { weekdays: [1, 2, 3, 4, 5, 6, 7], from: '09:00', to: '18:00' };
  const shows = (key: string, dates?: { from: string; to: string }) => ({
    ...days,
    show: 'playlist' as const,
    playlistId: id<'PlaylistId'>(key),
    ...(dates === undefined ? {} : { dates }),
  });

  it('is what is pushed first, then what is scheduled within seven days, each video’s picture before it', async () => {
    const house = housed(1, 2, 3, 4, 5, 6);
    house.set(
      'centre:sample',
      'media',
      hash(4),
      mediaRow({ id: hash(4), mime: 'video/mp4', poster: hash(5) }),
    );
    for (const [key, file] of [
      ['today', 1],
      ['soon', 2],
      ['later', 3],
      ['pushed', 4],
    ] as const)
      await house.act(staff('leader'), 'playlist.save', playlist(key, file));
    const dayparts = [
      shows('today'),
      shows('soon', { from: '2026-11-29', to: '2026-11-30' }),
      shows('later', { from: '2026-11-30', to: '2026-12-01' }),
      shows('today', { from: '2026-11-01', to: '2026-11-20' }),
    ];
    house.set('centre:sample', 'schedule', hall.id, { id: hall.id, dayparts });
    house.set('centre:sample', 'push', hall.id, {
      id: hall.id,
      item: { show: 'playlist', playlistId: id('pushed') },
      fromMs: NOW,
      untilMs: NOW + 1,
      by: '食堂',
      version: 1,
    });
    house.set('city', 'programme', programme.id, { ...programme, video: hash(6) });
    const wanted = await wantedMedia(rowsOf(house), hall, TODAY);
    assert.deepEqual(
      wanted.files.map((file) => file.id),
      [5, 4, 1, 2, 6].map(hash),
    );
    assert.ok(wanted.known.has(hash(3)), 'what is not wanted is still the centre’s');
    const unknownDay = await wantedMedia(rowsOf(house), hall, null);
    assert.ok(unknownDay.files.some((file) => file.id === hash(3)));
  });

  it('is not taken away under a screen that shows it or will: what is over lets go of it', async () => {
    const house = housed(1);
    for (const key of ['planned', 'grouped', 'pushed', 'over'])
      await house.act(staff('leader'), 'playlist.save', playlist(key, 1));
    const groupId = id<'DeviceId'>('group:halls');
    const lastWeek = { from: '2026-11-01', to: '2026-11-20' };
    const turns = [
      { show: 'clock' as const, seconds: 30 },
      { ...shows('planned'), seconds: 30 },
    ];
    const plan = {
      id: hall.id,
      dayparts: [{ ...days, show: 'clock' as const, turns }, shows('over', lastWeek)],
    };
    house.set('centre:sample', 'schedule', hall.id, plan);
    house.set('centre:sample', 'schedule', groupId, { id: groupId, dayparts: [], default: shows('grouped') });
    const item = { show: 'playlist' as const, playlistId: id<'PlaylistId'>('pushed') };
    const push = { id: hall.id, item, fromMs: NOW, untilMs: NOW + 1, by: '食堂', version: 1 };
    house.set('centre:sample', 'push', hall.id, push);
    const remove = async (key: string) => {
      const done = await house.act(staff('leader'), 'playlist.remove', { playlistId: id(key) });
      return done.status === 'refused' ? [done.code, done.detail] : done.status;
    };
    assert.deepEqual(await remove('planned'), ['playlist-in-use', hall.id]);
    assert.deepEqual(await remove('grouped'), ['playlist-in-use', 'halls']);
    assert.deepEqual(await remove('pushed'), ['playlist-in-use', hall.id]);
    assert.equal(await remove('over'), 'applied');
    house.set('centre:sample', 'push', hall.id, { ...push, untilMs: NOW });
    assert.equal(await remove('pushed'), 'applied');
  });

  it('goes as it was looked at: what a colleague has changed since is not lost with it, and two may take it away', async () => {
    const house = housed(1, 2);
    await house.act(staff('leader'), 'playlist.save', playlist('autumn', 1));
    await house.act(staff('advisor'), 'playlist.save', { ...playlist('autumn', 1, 2), baseVersion: 1 });
    const remove = async (baseVersion?: number) => {
      const looked = baseVersion === undefined ? {} : { baseVersion };
      return house.act(staff('leader'), 'playlist.remove', { playlistId: id('autumn'), ...looked });
    };
    assert.equal((await remove(1)).status, 'conflict');
    assert.equal(house.get('centre:sample', 'playlist', 'autumn')?.items.length, 2);
    assert.equal((await remove(2)).status, 'applied');
    assert.equal(house.get('centre:sample', 'playlist', 'autumn'), undefined);
    assert.equal((await remove(2)).status, 'applied', 'a colleague has taken it away too');
    await house.act(staff('leader'), 'playlist.save', playlist('autumn', 1));
    assert.equal((await remove()).status, 'applied', 'a build that does not say what it looked at');
  });

  it('is by its group’s schedule where it has none of its own, and nothing that was taken out', async () => {
    const house = housed(1, 2);
    await house.act(staff('leader'), 'playlist.save', playlist('all', 1, 2));
    const row = house.get('centre:sample', 'media', hash(2));
    assert.ok(row);
    house.set('centre:sample', 'media', hash(2), { ...row, removedAtMs: NOW });
    const groupId = id<'DeviceId'>('group:halls');
    house.set('centre:sample', 'schedule', groupId, { id: groupId, dayparts: [shows('all')] });
    const wanted = await wantedMedia(rowsOf(house), { ...hall, group: 'halls' }, TODAY);
    assert.deepEqual(
      wanted.files.map((file) => file.id),
      [hash(1)],
    );
    assert.deepEqual((await wantedMedia(rowsOf(house), hall, TODAY)).files, []);
  });
});

describe('what a television says of its files', () => {
  const said = {
    budgetBytes: 100,
    heldBytes: 10,
    wantedFiles: 2,
    readyFiles: 1,
    wantedBytes: 50,
    readyBytes: 10,
    faults: [],
  };

  it('is written down at once where it is news, and how far a file has come only every few seconds', async () => {
    const house = new House();
    const tx = house.tx(screen);
    const row = (): RowOf<'deviceMedia'> | undefined =>
      house.get('staff:sample', 'deviceMedia', screen.deviceId);
    const take = (more: Partial<typeof said>, afterMs: number): Promise<void> =>
      takeMedia(
        tx,
        { ...said, ...more },
        { deviceId: screen.deviceId, nowMs: NOW + afterMs, isSure: true, agoMs: 0 },
      );
    await take({}, 0);
    await take({ readyBytes: 20 }, 1000);
    assert.equal(row()?.readyBytes, 10);
    await take({ readyBytes: 30 }, 5000);
    assert.equal(row()?.readyBytes, 30);
    await take({ readyBytes: 50, readyFiles: 2 }, 5100);
    assert.equal(row()?.readyFiles, 2);
    // Another set is hung there: what it says first is news, though it says the same.
    const hung = { ...device('dining-hall', 'screen'), pairedAtMs: NOW + 6000 };
    house.set('staff:sample', 'device', screen.deviceId, hung);
    await take({ readyBytes: 50, readyFiles: 2 }, 7000);
    assert.equal(row()?.heardMs, NOW + 7000);
  });
});
