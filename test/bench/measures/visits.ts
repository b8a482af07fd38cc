import { atMost, rounded, type Measure } from '../figures.ts';
import { openLobby } from '../support/lobby.ts';

/** Into three pages and back. Signing in by its tile: five hundred take longer than any session takes people in. */
const WAY = ['吃饭', '首页', '政策咨询', '首页', '签到', '首页'];

/** What a kiosk's page holds in memory after five hundred people, beside what it held after fifty. */
export const visits: Measure = async (context) => {
  const [few, many] = context.quick ? [5, 20] : [50, 500];
  const { kiosk, devtools, tap } = await openLobby(context);
  const heap = async (): Promise<number> => {
    await devtools.send('HeapProfiler.collectGarbage');
    await devtools.send('HeapProfiler.collectGarbage');
    const { usedSize } = await devtools.send('Runtime.getHeapUsage');
    return usedSize / 1e6;
  };
  const button = (name: string | RegExp) => kiosk.getByRole('button', { name }).first();
  let after = 0;
  for (let n = 1; n <= many; n += 1) {
    for (const name of WAY) await tap(button(name));
    if (n === few) after = await heap();
    if (n % 50 === 0) context.say(`${n} have been there: ${rounded(await heap())} MB`);
  }
  const end = await heap();
  const detail = { [`MB after ${few}`]: rounded(after), [`MB after ${many}`]: rounded(end) };
  return [atMost(`heap after ${many} people beside after ${few} (times)`, end / after, 1.05, detail)];
};
