import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const house = mkdtempSync(join(tmpdir(), 'leling-walls-'));
copyFileSync(join(root, '.oxlintrc.json'), join(house, '.oxlintrc.json'));
after(() => rmSync(house, { recursive: true }));

/** Whether lint lets a file of the house import something. */
function mayImport(file: string, specifier: string): boolean {
  const path = join(house, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `export * from '${specifier}';\n`);
  const oxlint = join(root, 'node_modules', 'oxlint', 'bin', 'oxlint');
  const { stdout } = spawnSync(process.execPath, [oxlint, '--quiet', file], { cwd: house, encoding: 'utf8' });
  rmSync(path);
  return !stdout.includes('no-restricted-imports');
}

describe('the walls between the layers', () => {
  const shut: readonly [file: string, specifier: string][] = [
    ['src/domain/menu/x.ts', '../../protocol/wire.ts'],
    ['src/domain/menu/x.ts', 'node:fs'],
    ['src/protocol/client/x.ts', '../../store/open-store.ts'],
    ['src/protocol/hub/x.ts', '../../hub/db/open.ts'],
    ['src/store/x.ts', '../app/contexts.ts'],
    ['src/app/x.ts', '../features/menus/board-menu.ts'],
    ['src/i18n/x.ts', '../domain/rows.ts'],
    ['src/i18n/x.ts', '../domain/kernel/ids.ts'],
    ['src/ui/x.ts', '../domain/rows.ts'],
    ['src/features/menus/x.ts', '../classes/board-timetable.ts'],
    ['src/features/menus/x.ts', '../../shells/kiosk/pages.ts'],
    ['src/features/menus/x.ts', 'typebox'],
    ['src/shells/kiosk/x.ts', '../../hub/createHub.ts'],
    ['src/sw/x.ts', '../store/open-store.ts'],
    ['src/hub/routes/x.ts', '../../store/open-store.ts'],
  ];
  for (const [file, specifier] of shut) {
    it(`${dirname(file)} cannot import ${specifier}`, () => assert.equal(mayImport(file, specifier), false));
  }

  const open: readonly [file: string, specifier: string][] = [
    ['src/protocol/client/x.ts', '../../domain/rows.ts'],
    ['src/protocol/client/x.ts', '../wire.ts'],
    ['src/i18n/x.ts', '../domain/kernel/time.ts'],
    ['src/features/menus/x.ts', '../../domain/menu/menu.ts'],
    ['src/features/menus/x.ts', './board-rules.ts'],
    ['src/shells/kiosk/x.ts', '../../features/menus/kiosk-menu.ts'],
    ['src/hub/sync/x.ts', '../../protocol/hub/push.ts'],
  ];
  for (const [file, specifier] of open) {
    it(`${dirname(file)} may import ${specifier}`, () => assert.equal(mayImport(file, specifier), true));
  }
});
