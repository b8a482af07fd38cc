import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from 'playwright-core';
import type { BenchContext } from '../figures.ts';
import { browserFlags, glasses, untilReady } from './chrome.ts';
import type { SeededHub } from './seeded-hub.ts';

const source = fileURLToPath(new URL('../../../kiosk-config/', import.meta.url));

/** The ids of the screens that a configuration of so many has, beside the sample's own. */
export const screenIds = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, n) => `hall-${n + 1}`);

/** A copy of kiosk-config with so many further dining-hall screens; removed when the measure ends. */
export function configWithScreens(context: BenchContext, count: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'leling-bench-config-'));
  context.afterwards(async () => rmSync(folder, { recursive: true, force: true }));
  cpSync(source, folder, { recursive: true });
  const hall: object = JSON.parse(readFileSync(join(folder, 'dining-hall.json'), 'utf8'));
  for (const screenId of screenIds(count))
    writeFileSync(
      join(folder, `${screenId}.json`),
      JSON.stringify({ ...hall, id: screenId, name: screenId }),
    );
  return folder;
}

/** Opens each of the screens in a profile of its own of one Chromium, and waits until all show something. */
export async function openScreens(
  context: BenchContext,
  { hub }: Pick<SeededHub, 'hub'>,
  ids: readonly string[],
): Promise<readonly Page[]> {
  const browser = await chromium.launch({ executablePath: context.chromium, args: browserFlags });
  context.afterwards(() => browser.close());
  const pages: Page[] = [];
  for (const screenId of ids) {
    const link = hub.links.screens[screenId];
    if (link === undefined) throw new Error(`the hub has no link for ${screenId}`);
    const page = await (await browser.newContext({ viewport: glasses.screen })).newPage();
    await page.goto(link);
    await untilReady(page);
    pages.push(page);
  }
  return pages;
}

/** In a screen: when, by the time of day in milliseconds, its glass says that it shows this. */
export function untilShowing(prefix: string): Promise<number> {
  return new Promise((resolve) => {
    const root = document.documentElement;
    const observer = new MutationObserver(look);
    function look(): void {
      if (root.dataset['showing']?.startsWith(prefix) !== true) return;
      observer.disconnect();
      resolve(performance.timeOrigin + performance.now());
    }
    observer.observe(root, { attributeFilter: ['data-showing'] });
    look();
  });
}
