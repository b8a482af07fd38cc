import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, describe, it } from 'node:test';
import { circles, importsOf } from '../../src/setup/imports.mjs';
import { breachesIn } from '../../src/setup/walls.mjs';

const src = mkdtempSync(join(tmpdir(), 'leling-walls-'));
after(() => rmSync(src, { recursive: true }));

/** What the house check says of a file with one import, written in each way there is. */
function said(file: string, specifier: string, ways: readonly string[]): readonly boolean[] {
  const path = join(src, file);
  mkdirSync(dirname(path), { recursive: true });
  return ways.map((way) => {
    writeFileSync(path, `${way.replace('X', `'${specifier}'`)};\n`);
    const breaches = breachesIn(src, path);
    rmSync(path);
    return breaches.length > 0;
  });
}
const values = [
  'import { a } from X',
  'export { a } from X',
  'import X',
  'const a = import(X)',
  'import a, { type b } from X',
];
const types = ['import type { a } from X', 'import { type a } from X', 'export type { a } from X'];
const all = (file: string, specifier: string, ways: readonly string[], shut: boolean): void =>
  assert.deepEqual(
    said(file, specifier, ways),
    ways.map(() => shut),
  );

describe('the walls between the layers', () => {
  const shut: readonly [file: string, specifier: string][] = [
    ['kernel/x.ts', '../features/menus/model/menu.ts'],
    ['kernel/x.ts', '../protocol/wire/wire.ts'],
    ['kernel/x.ts', 'node:fs'],
    ['kernel/x.ts', 'lit'],
    ['features/menus/model/x.ts', '../kiosk/kiosk-menu.ts'],
    ['features/menus/model/x.ts', '../../registry.ts'],
    ['features/menus/model/x.ts', '../../../protocol/wire/wire.ts'],
    ['features/menus/model/x.ts', '../../../app/contexts.ts'],
    ['features/menus/model/x.ts', 'lit'],
    ['features/menus/model/x.ts', 'node:fs'],
    ['features/registry.ts', './menus/console/menu-draft.ts'],
    ['features/menus/kiosk/x.ts', '../../classes/kiosk/kiosk-timetable.ts'],
    ['features/menus/board/x.ts', '../../classes/board/board-timetable.ts'],
    ['features/menus/console/x.ts', '../../classes/console/staff-timetable.ts'],
    ['features/menus/kiosk/x.ts', '../../registry.ts'],
    ['features/menus/board/x.ts', '../../registry.ts'],
    ['features/menus/kiosk/x.ts', '../../../shells/kiosk/kiosk-shell.ts'],
    ['features/menus/kiosk/x.ts', '../../../store/open-store.ts'],
    ['features/menus/kiosk/x.ts', '../../../protocol/client/engine.ts'],
    ['features/menus/kiosk/x.ts', '../../../hub/createHub.ts'],
    ['protocol/wire/x.ts', '../client/api.ts'],
    ['protocol/client/x.ts', '../../features/menus/model/menu.ts'],
    ['protocol/client/x.ts', '../../features/registry.ts'],
    ['protocol/client/x.ts', '../hub/push.ts'],
    ['protocol/client/x.ts', '../../store/open-store.ts'],
    ['protocol/hub/x.ts', '../../features/registry.ts'],
    ['protocol/hub/x.ts', '../client/api.ts'],
    ['protocol/hub/x.ts', '../../hub/db/open.ts'],
    ['protocol/hub/x.ts', 'node:fs'],
    ['store/x.ts', '../features/registry.ts'],
    ['store/journal/files/x.ts', '../opfs-folder.ts'],
    ['store/journal/files/x.ts', '../../../kernel/ids.ts'],
    ['store/x.ts', '../app/contexts.ts'],
    ['store/x.ts', '../protocol/hub/push.ts'],
    ['app/x.ts', '../features/menus/model/menu.ts'],
    ['app/x.ts', '../i18n/index.ts'],
    ['i18n/x.ts', '../kernel/ids.ts'],
    ['i18n/x.ts', '../features/menus/model/menu.ts'],
    ['ui/common/x.ts', '../../kernel/time.ts'],
    ['ui/common/x.ts', '../kiosk/button.ts'],
    ['ui/kiosk/x.ts', '../console/sheet.ts'],
    ['ui/board/x.ts', '../kiosk/button.ts'],
    ['ui/console/x.ts', '../../features/menus/model/menu.ts'],
    ['shells/kiosk/x.ts', '../../hub/createHub.ts'],
    ['shells/kiosk/x.ts', '../../sw/sw.ts'],
    ['shells/kiosk/x.ts', 'node:fs'],
    ['sw/x.ts', '../store/open-store.ts'],
    ['sw/x.ts', '../kernel/time.ts'],
    ['hub/routes/x.ts', '../../store/open-store.ts'],
    ['hub/routes/x.ts', '../../features/menus/kiosk/kiosk-menu.ts'],
    ['hub/routes/x.ts', '../../protocol/client/api.ts'],
    ['setup/x.mjs', '../hub/createHub.ts'],
  ];
  for (const [file, specifier] of shut) {
    it(`${file} cannot import ${specifier}, not even its types`, () =>
      all(file, specifier, [...values, ...types], true));
  }

  const schemas: readonly [file: string, specifier: string][] = [
    ['features/menus/kiosk/x.ts', 'typebox'],
    ['features/menus/model/x.ts', './menu.schema.ts'],
    ['features/menus/console/x.ts', '../model/menu.schema.ts'],
    ['protocol/client/x.ts', '../wire/push.schema.ts'],
    ['shells/kiosk/x.ts', '../../features/menus/model/schemas.ts'],
  ];
  for (const [file, specifier] of schemas) {
    it(`${file} takes from ${specifier} its types alone: no browser loads a schema`, () => {
      all(file, specifier, values, true);
      all(file, specifier, types, false);
    });
  }

  const open: readonly [file: string, specifier: string][] = [
    ['features/menus/model/x.ts', '../../../kernel/time.ts'],
    ['features/menus/model/x.ts', '../../centre/model/centre.ts'],
    ['features/menus/model/menu.schema.ts', 'typebox'],
    ['features/menus/kiosk/x.ts', '../model/menu.ts'],
    ['features/menus/kiosk/x.ts', './dish-card.ts'],
    ['features/menus/kiosk/x.ts', '../../../app/live-query.ts'],
    ['features/records/console/x.ts', '../../registry.ts'],
    ['protocol/client/x.ts', '../../kernel/rows.ts'],
    ['protocol/client/x.ts', '../wire/wire.ts'],
    ['i18n/x.ts', '../kernel/time.ts'],
    ['shells/kiosk/x.ts', '../../features/menus/kiosk/kiosk-menu.ts'],
    ['hub/sync/x.ts', '../../protocol/hub/push.ts'],
    ['hub/sync/x.ts', '../../features/schemas.ts'],
  ];
  for (const [file, specifier] of open) {
    it(`${file} may import ${specifier}`, () => all(file, specifier, [...values, ...types], false));
  }
});

it('a circle is found though it is of types alone', () => {
  const file = (name: string): string => join(src, 'kernel', name);
  mkdirSync(join(src, 'kernel'), { recursive: true });
  writeFileSync(file('a.ts'), `import type { B } from './b.ts';\nexport interface A { b: B }\n`);
  writeFileSync(file('b.ts'), `import type { A } from './a.ts';\nexport interface B { a: A }\n`);
  const graph = new Map(
    ['a.ts', 'b.ts'].map((name) => [
      file(name),
      importsOf(file(name)).flatMap(({ target }) => (target === null ? [] : [target])),
    ]),
  );
  assert.deepEqual(circles(graph), [[file('a.ts'), file('b.ts'), file('a.ts')]]);
});
