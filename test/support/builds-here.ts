import type { Page } from 'playwright-core';

/** What the service worker of a page's origin has written down of its builds. */
interface Written {
  readonly kept: readonly { readonly key: string; readonly list: { readonly id: string } }[];
  readonly current: { readonly key: string; readonly proved: readonly string[] } | null;
  readonly previous: string | null;
  readonly trial: { readonly key: string } | null;
  readonly waiting: string | null;
  readonly bad: readonly { readonly id: string; readonly why: string }[];
}

/** Waits until what the worker has written down is so; a page that is just starting anew is asked again. */
export async function untilWritten(page: Page, isSo: (builds: Written) => boolean): Promise<Written> {
  for (;;) {
    const builds = await page.evaluate(readWritten).catch(() => null);
    if (builds !== null && isSo(builds)) return builds;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Waits until a page runs a build, its face on the glass; `id` stands in the names of its files. */
export async function runs(page: Page, id: string): Promise<void> {
  await page.waitForFunction(
    (wanted) =>
      performance.getEntriesByName('leling:ready').length > 0 &&
      Array.from(document.scripts).some(({ src }) => src.includes(`.${wanted}.js`)),
    id,
  );
}

async function readWritten(): Promise<Written | null> {
  const held = await (await caches.open('leling:builds')).match('/builds');
  return held === undefined ? null : JSON.parse((await held.text()).split('\n')[1] ?? 'null');
}
