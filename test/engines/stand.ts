import { centreWhereItIs } from '../support/centre-at.ts';
import { startHub } from '../support/hub.ts';
import { pairByRemote } from './doings.ts';
import type { Driven, Engine } from './drivers/driver.ts';
import * as page from './in-page.ts';
import { staffAt } from './staff.ts';

const MINUTE_MS = 60_000;

/** What a glass has said of itself after it stood for a while. */
export interface Stood {
  readonly name: string;
  readonly showing: string;
  /** What it has mended by itself, tried to mend, or complained of; a board that merely stands has none of it. */
  readonly said: readonly string[];
  /** Why it may say something all the same. */
  readonly cannot: string | undefined;
}

/**
 * Hangs a new television of each engine in one centre, all at once, and looks after so many minutes whether any thinks
 * that something was wrong: nobody has touched anything. They are one another's load.
 */
export async function stand(
  engines: readonly { readonly engine: Engine; readonly profile: string }[],
  minutes: number,
): Promise<readonly Stood[]> {
  const config = centreWhereItIs(10, 35);
  const hub = await startHub({ env: { LELING_CONFIG: config.folder } });
  const glasses: { readonly engine: Engine; readonly browser: Driven }[] = [];
  try {
    const staff = await staffAt(hub);
    for (const { engine, profile } of engines) {
      const browser = await engine.start(profile);
      glasses.push({ engine, browser });
      await pairByRemote(browser, hub.url, staff.confirm, false);
    }
    await new Promise((resolve) => setTimeout(resolve, minutes * MINUTE_MS));
    return await Promise.all(
      glasses.map(async ({ engine: { name, cannot }, browser }) => ({
        name,
        cannot: cannot['stand'],
        showing: String(await browser.evaluate(page.showing)),
        said: [String(await browser.evaluate(page.remedies)), ...browser.errors].filter((one) => one !== ''),
      })),
    );
  } finally {
    for (const { browser } of glasses) await browser.close().catch(() => undefined);
    await hub.dispose();
    config.remove();
  }
}
