import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { ROLES } from '../../../src/features/accounts/model/roles.ts';
import { mutations, rowKinds } from '../../../src/features/registry.ts';
import { id } from '../../../src/kernel/ids.ts';
import type { AnyRowKind } from '../../../src/kernel/noun.ts';
import type { Kind } from '../../../src/kernel/rows.ts';
import type { Browser } from '../../support/browser.ts';
import { testHub, type TestHub } from '../http-support.ts';
import { morning } from '../sync/centre.ts';
import { bucketNames, browsersOf, everybody, letsIn, mayDo, mayRead, routesOf, type Who } from './doors.ts';

const kept = fileURLToPath(new URL('../../../src/hub/doors.md', import.meta.url));

/**
 * Every route and every change there is, tried on a real hub as everybody a hub may meet. The table that comes of it is
 * kept beside the hub and read by people: one that has been added, or that lets in somebody else, shows as a difference.
 */
describe('doors', () => {
  let hub: TestHub;
  let browsers: ReadonlyMap<Who, Browser>;
  before(async () => {
    hub = await testHub();
    browsers = await browsersOf(hub);
  });
  after(() => hub.dispose());

  it('are open to whom the table says, every one of them', async () => {
    const routes = routesOf(hub);
    const open = new Map<string, Who[]>(routes.map((route) => [route, []]));
    // Signing out comes last: nobody would be who they were after it.
    for (const route of [...routes].sort((a, b) => Number(isLast(a)) - Number(isLast(b))))
      for (const [who, browser] of browsers)
        if (!isLast(route) && (await letsIn(browser, route))) open.get(route)?.push(who);
    const changes = new Map<string, Who[]>(Object.keys(mutations).map((name) => [name, []]));
    for (const [who, browser] of browsers)
      for (const name of await mayDo(who, browser)) changes.get(name)?.push(who);
    const read = new Map<string, Who[]>(bucketNames.map((name) => [name, []]));
    for (const [who, browser] of browsers)
      for (const name of await mayRead(who, browser)) read.get(name)?.push(who);
    for (const route of routes.filter(isLast))
      for (const [who, browser] of browsers)
        if (await letsIn(browser.copy(), route)) open.get(route)?.push(who);
    const table = page(open, changes, read);
    if (process.env['LELING_WRITE_DOORS'] !== undefined) writeFileSync(kept, table);
    assert.equal(
      table,
      readFileSync(kept, 'utf8'),
      'see who is let in now, and if that is meant: LELING_WRITE_DOORS=1 npm test -- node',
    );
  });

  it('are shut to whoever a change does not name, and behind a shut one nothing moves', async () => {
    const fresh = await testHub({ clock: morning() });
    try {
      for (const [who, browser] of await browsersOf(fresh)) {
        const before = await standing(fresh);
        const open = await mayDo(who, browser);
        const named = Object.values(mutations)
          .filter(({ by }: { readonly by: readonly string[] }) => names(by, who))
          .map(({ name }) => name);
        assert.deepEqual(
          [...open].sort(),
          named.sort(),
          `${who} may do what the registry says, and nothing else`,
        );
        assert.equal(await standing(fresh), before, `something ${who} may not, or asked wrongly, was done`);
      }
    } finally {
      await fresh.dispose();
    }
  });
});

/** The manager may do whatever any of the staff may; everybody else what names them. */
const names = (by: readonly string[], who: Who): boolean =>
  by.includes(who) || (who === 'manager' && by.some((one) => ROLES.some((role) => role === one)));

/** All rows of the centre but what tells staff of what was refused. */
async function standing({ sync }: TestHub): Promise<string> {
  const kinds = Object.entries<AnyRowKind>(rowKinds).filter(([kind]) => !TELLS.has(kind));
  return sync.read(id<'CentreId'>('sample'), async (tx) => {
    const rows: unknown[] = [];
    for (const [kind, rules] of kinds.filter(isKnown))
      for (const scope of ['city', 'centre', 'kiosk', 'staff', 'people'] as const)
        if (rules.in[scope] !== undefined) rows.push(await tx.list(scope, kind));
    return JSON.stringify(rows);
  });
}
const isKnown = (entry: [string, AnyRowKind]): entry is [Kind, AnyRowKind] => entry[0] in rowKinds;

/** What tells of refusals, and when a device was heard of last. */
const TELLS: ReadonlySet<string> = new Set(['refusal', 'audit', 'deviceHealth', 'hubClock']);

const isLast = (route: string): boolean => route === 'DELETE /api/session';

function page(
  routes: ReadonlyMap<string, readonly Who[]>,
  changes: ReadonlyMap<string, readonly Who[]>,
  read: ReadonlyMap<string, readonly Who[]>,
): string {
  return `# Doors

Who is let in where, tried on a running hub and written by \`test/hub/doors\`; not to be edited by hand. A stranger is a
browser without a pairing, a console one on which nobody is signed in. What a change may be done *to* is its own \`apply\`'s
to say, and a route may still refuse what it is asked.

## Routes

${tableOf('route', routes)}
\`/metrics\` and the OpenAPI document are also for programs on the hub's own machine, or with its \`LELING_OPERATOR_TOKEN\`.

## Changes

${tableOf('change', changes)}
## What is read

Whatever else a device asks for is refused, another device's bucket (\`${'device:nobody'}\`) too.

${tableOf('bucket', read)}`;
}

function tableOf(head: string, lines: ReadonlyMap<string, readonly Who[]>): string {
  const cells = [...lines].map(([name, open]) => [
    `\`${name}\``,
    ...everybody.map((who) => (open.includes(who) ? '✓' : '')),
  ]);
  const rows = [[head, ...everybody], [head, ...everybody].map(() => '---'), ...cells];
  return rows.map((row) => `| ${row.join(' | ')} |\n`).join('');
}
