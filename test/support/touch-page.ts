import type { Locator, Page } from 'playwright-core';
import { Hands, type Point } from './touch.ts';

/** Real fingers on the glass of a page. */
export async function handsOn(page: Page): Promise<Hands> {
  const line = await page.context().newCDPSession(page);
  await line.send('Emulation.setTouchEmulationEnabled', { enabled: true, maxTouchPoints: 10 });
  return new Hands(({ type, touchPoints, timestamp }) =>
    line.send('Input.dispatchTouchEvent', { type, touchPoints: [...touchPoints], timestamp }),
  );
}

/** A place on a thing, in shares of its width and height; its middle, if nothing is said. */
export async function placeOn(thing: Locator, across = 0.5, along = 0.5): Promise<Point> {
  await thing.waitFor();
  const box = await thing.boundingBox();
  if (box === null) throw new Error('it is not on the page');
  return { x: box.x + box.width * across, y: box.y + box.height * along };
}
