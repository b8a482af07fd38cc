import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { bytesOf, leftOn } from '../../../../src/features/media/model/room.ts';
import { id, type MediaHash } from '../../../../src/kernel/ids.ts';
import { mediaRow } from '../../../support/media-rows.ts';

const hash = (n: number): MediaHash => id(String(n).repeat(64));
const photo = mediaRow({ id: hash(1), sizeBytes: 3000 });
const film = mediaRow({ id: hash(2), mime: 'video/mp4', sizeBytes: 90_000, poster: hash(3) });
const poster = mediaRow({ id: hash(3), sizeBytes: 500, posterOf: hash(2) });
const all = [photo, film, poster];

describe('The room a device has left', () => {
  it('is what is not yet planned for, whether that has come already or not, and never less than nothing', () => {
    assert.equal(leftOn({ budgetBytes: 1000, wantedBytes: 400 }), 600);
    assert.equal(leftOn({ budgetBytes: 1000, wantedBytes: 1400 }), 0);
  });

  it('is taken by each file once, with the picture that stands for a video, and not by what is there anyway', () => {
    assert.equal(bytesOf([hash(1), hash(2), hash(1)], all), 93_500);
    assert.equal(bytesOf([hash(1), hash(2)], all, new Set([hash(2)])), 3000);
    assert.equal(bytesOf([hash(9)], all), 0);
  });
});
