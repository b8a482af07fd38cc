import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lettersInRow } from '../../../../src/features/devices/model/panel.ts';
import menus from '../../../../src/features/menus/sample.json' with { type: 'json' };

const hall = (diagonalInches: number, metres: number, upright = false) => {
  const [long, short] = [1920, 1080];
  const panel = { diagonalInches, widthPx: upright ? short : long, heightPx: upright ? long : short };
  return { panel, distanceMm: metres * 1000 };
};

test('a row of a television has fewer letters where it is small for its hall, and never more than is read at once', () => {
  const [far, near] = [lettersInRow(hall(55, 8)), lettersInRow(hall(65, 5))];
  assert.ok(far < lettersInRow(hall(65, 8)) && lettersInRow(hall(65, 8)) < near);
  assert.equal(lettersInRow(hall(75, 3)), near);
  assert.ok(lettersInRow(hall(32, 8, true)) >= 8, 'too few to call a dish by');
});

test('a fresh centre’s dishes each stand in one row in English, also at eight metres from 55 inches', () => {
  const room = lettersInRow(hall(55, 8));
  const names = menus.centre.dish.map(({ shortNameEn, nameEn }) => shortNameEn ?? nameEn);
  assert.deepEqual(
    names.filter((name) => name.length > room),
    [],
  );
});
