import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import type { TSchema } from 'typebox';
import { Centre } from '../../../src/features/centre/model/centre.schema.ts';
import { DeviceConfig } from '../../../src/features/devices/model/device.schema.ts';
import { DateField, Shape } from '../../../src/kernel/fields.schema.ts';
import { violations, type Violation } from '../../../src/hub/ops/config/remedy.ts';
import { thorough } from '../../../src/hub/http/validation.ts';
import { root } from '../../../src/hub/start-hub.ts';

type Fields = Readonly<Record<string, unknown>>;

function wrong(schema: TSchema, value: unknown): readonly Violation[] {
  const check = thorough(schema);
  return check(value) ? [] : violations(check.errors ?? []);
}

/** The one thing wrong, and its remedy as it is printed. */
function only(found: readonly Violation[]): string {
  assert.equal(found.length, 1, 'one value, one remedy');
  return `${found[0]?.path}: ${found[0]?.remedy}`;
}

describe('who has mistyped something in kiosk-config reads what to write instead, and what stands there', () => {
  let kiosk: Fields;
  let centre: Fields & { readonly meals: readonly Fields[] };
  const read = async (file: string) => JSON.parse(await readFile(join(root, 'kiosk-config', file), 'utf8'));
  before(async () => {
    const { $schema: _device, ...device } = await read('lobby-kiosk.json');
    const { $schema: _centre, ...house } = await read('centre.json');
    [kiosk, centre] = [device, house];
  });
  const device = (more: Fields): readonly Violation[] => wrong(DeviceConfig, { ...kiosk, ...more });

  test('a time', () => {
    const [first, ...others] = centre.meals;
    const found = wrong(Centre, { ...centre, meals: [{ ...first, from: '25:99' }, ...others] });
    assert.equal(
      only(found),
      '/meals/0/from: 写成 11:00 这样，现在是 "25:99" / write a time like "11:00", not "25:99"',
    );
  });

  test('a date', () => {
    const found = wrong(Shape({ on: DateField }), { on: '22/11/2026' });
    assert.match(only(found), /写成 2026-11-22 这样.*write a date like "2026-11-22", not "22\/11\/2026"/);
  });

  test('an id', () => {
    assert.match(only(device({ id: 'lobby kiosk' })), /^\/id: .*没有空格.*without spaces, not "lobby kiosk"/);
    assert.match(only(device({ id: '' })), /not ""/);
    assert.match(only(device({ id: 'x'.repeat(81) })), /not 81 characters/);
  });

  test('a number: beyond its bounds, not whole, or in quotes', () => {
    const whole = /写 200 到 20000 的整数，不加引号，现在是 (.+) \/ write a whole number from 200 to 20000/;
    for (const value of [7, 650.5, '650']) {
      assert.equal(whole.exec(only(device({ distanceMm: value })))?.[1], JSON.stringify(value));
    }
  });

  test('one of some words: all of them, and the one that was meant', () => {
    const found = only(device({ kind: 'kisok' }));
    assert.match(found, /请改成 "kiosk".*"kiosk"、"screen"、"console".*现在是 "kisok".*write "kiosk"/);
    assert.match(only(device({ kind: 3 })), /"kiosk"、"screen"、"console"，现在是 3/);
  });

  test('a text that is too long, empty or none', () => {
    const remedy =
      /写一段 1 到 40 个字的文字，加引号，里面没有看不见的字符，现在是 (.+) \/ write a text of 1 to 40 characters/;
    assert.equal(remedy.exec(only(device({ name: '大'.repeat(41) })))?.[1], '41 个字');
    assert.equal(remedy.exec(only(device({ name: '' })))?.[1], '""');
    assert.equal(remedy.exec(only(device({ name: 5 })))?.[1], '5');
  });

  test('what may be null too says so', () => {
    assert.match(only(device({ room: 3 })), /或者写 null，现在是 3 \/ .*, or null, not 3/);
    assert.match(only(device({ canteenId: 'a b' })), /lobby-kiosk.*或者写 null/);
  });

  test('yes or no, a list, a group of fields', () => {
    assert.match(only(device({ oneDecoder: 'yes' })), /写 true 或 false，不加引号，现在是 "yes"/);
    assert.match(only(wrong(Centre, { ...centre, meals: [] })), /1 到 3 项，现在是 0 项/);
    assert.match(
      only(device({ panel: 21.5 })),
      /里面有 "diagonalInches"、"widthPx"、"heightPx"，现在是 21\.5/,
    );
    assert.match(only(wrong(DeviceConfig, [])), /^: 写成 \{ … \}/);
  });

  test('a field that is missing: what to write in it', () => {
    const { distanceMm: _, ...rest } = kiosk;
    assert.match(
      only(wrong(DeviceConfig, rest)),
      /加上 "distanceMm"，写 200 到 20000 的整数.*add "distanceMm": write a whole number from 200/,
    );
  });

  test('a field nobody knows: the one that was meant, if any', () => {
    const { distanceMm, ...rest } = kiosk;
    assert.match(
      only(wrong(DeviceConfig, { ...rest, distancemm: distanceMm })),
      /请改成 "distanceMm" \/ write "distanceMm" instead of "distancemm"/,
    );
    assert.match(only(device({ colour: 'red' })), /没有 "colour" 这一项，请去掉 \/ remove "colour"/);
  });
});
