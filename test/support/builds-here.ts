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

/** Nothing takes longer; a test that is over must not go on asking. */
const LONGEST_MS = 120_000;

/** Waits until what the worker has written down is so; a page that is just starting anew is asked again. */
export async function untilWritten(
  page: Page,
  isSo: (builds: Written) => boolean,
  withinMs = LONGEST_MS,
): Promise<Written> {
  const end = Date.now() + withinMs;
  for (;;) {
    const builds = await page.evaluate(readWritten).catch(() => null);
    if (builds !== null && isSo(builds)) return builds;
    if (Date.now() > end)
      throw new Error(
        `not within ${withinMs / 1000} s: it stands written ${JSON.stringify(builds, leavesOutFiles)}`,
      );
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Waits until a page runs a build, its face on the glass; `id` stands in the names of its files. */
export async function runs(page: Page, id: string, withinMs?: number): Promise<void> {
  await page.waitForFunction(
    (wanted) =>
      performance.getEntriesByName('leling:ready').length > 0 &&
      Array.from(document.scripts).some(({ src }) => src.includes(`.${wanted}.js`)),
    id,
    withinMs === undefined ? {} : { timeout: withinMs },
  );
}

async function readWritten(): Promise<Written | null> {
  const held = await (await caches.open('leling:builds')).match('/builds');
  return held === undefined ? null : JSON.parse((await held.text()).split('\n')[1] ?? 'null');
}

/** Waits until the second copy of the build that serves is there. */
export const untilCopied = (page: Page): Promise<void> => page.evaluate(waitForCopy);

/** In the page: until the second copy is there. */
async function waitForCopy(): Promise<void> {
  for (;;) {
    const folder = await (
      await navigator.storage.getDirectory()
    ).getDirectoryHandle('leling-app', { create: true });
    const isWhole = async (name: string): Promise<boolean> =>
      // One that is being written has its name before its content.
      folder
        .getFileHandle(name)
        .then((handle) => handle.getFile())
        .then(
          ({ size }) => size > 0,
          () => false,
        );
    const held = await (await caches.open('leling:builds')).match('/builds');
    const [build] = JSON.parse((await held?.text())?.split('\n')[1] ?? '{}').kept ?? [];
    const files: readonly { readonly sha256: string }[] = build?.list.files ?? [];
    const whole = await Promise.all(files.map(({ sha256 }) => isWhole(`file-${sha256}`)));
    if (whole.length > 0 && whole.every(Boolean)) return;
    navigator.serviceWorker.controller?.postMessage({ type: 'HERE', build: build?.list.id, look: false });
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

/** The hundred files of a build say nothing of what became of it. */
const leavesOutFiles = (key: string, value: unknown): unknown => (key === 'files' ? '…' : value);
