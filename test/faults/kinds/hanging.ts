import { centreWhereItIs } from '../../support/centre-at.ts';
import { loneTails, signIn } from '../../support/elders.ts';
import { startHub } from '../../support/hub.ts';
import { KioskBox } from '../../support/kiosk-box.ts';
import { sampleOf } from '../../support/sample.ts';
import { until } from '../../support/until.ts';
import type { Fault } from '../fault.ts';
import { claimsAt } from '../lobby.ts';
import { whereabouts } from '../whereabouts.ts';

/** What hangs a kiosk's box, and the reason for which its supervisor says that it mended it. */
function onABox(
  name: string,
  says: string,
  why: string,
  strike: (box: KioskBox) => Promise<void> | void,
): Fault {
  return {
    name,
    says,
    async run(chance) {
      const config = centreWhereItIs(10, 35);
      const hub = await startHub({ env: { LELING_CONFIG: config.folder } });
      const box = new KioskBox(hub.url, 'kiosk');
      const tails = loneTails(2);
      const [first = '', second = ''] = tails;
      try {
        await box.start();
        const kiosk = await box.pair(hub.links.kiosk);
        const isAway = chance.is(0.5);
        if (isAway) await hub.kill();
        await signIn(kiosk, first);
        const began = performance.now();
        await strike(box);
        const again = await box.backAfter(why);
        const healedMs = performance.now() - began;
        await again.getByRole('button', { name: '我来签到' }).or(again.getByText('签好了')).first().waitFor();
        if (isAway) await hub.restart();
        await signIn(again, second);
        const ids = sampleOf('member').flatMap(({ id, phone }) =>
          tails.includes(phone?.slice(-4) ?? '') ? [id] : [],
        );
        const claims = (): number[] => ids.map((id) => claimsAt(hub.dataDir).get(id) ?? 0);
        await until(() => claims().every((count) => count > 0)).catch(() => undefined);
        const missing = ids.filter((_, at) => claims()[at] === 0);
        return {
          lost: missing.length,
          traces: missing.length > 0 ? await whereabouts(missing, again, hub.dataDir) : [],
          doubled: claims().filter((count) => count > 1).length,
          untrue: [],
          healedMs,
        };
      } finally {
        await box.dispose();
        await hub.dispose();
        config.remove();
      }
    },
  };
}

const browser = (box: KioskBox): number => {
  const [pid] = box.processes('--remote-debugging-pipe');
  if (pid === undefined) throw new Error('no browser runs');
  return pid;
};

/** The kiosk files of a box are at work: they need root on Debian. */
export const hanging: readonly Fault[] = [
  onABox('page-loops', 'the page never lets go of its loop', 'blocked', async (box) => {
    await (
      await box.page()
    ).evaluate(
      () =>
        void setTimeout(() => {
          for (;;);
        }),
    );
  }),
  onABox('page-crashes', 'the page ends in "Aw, Snap!"', 'crashed', async (box) => {
    const page = await box.page();
    const devtools = await page.context().newCDPSession(page);
    void devtools.send('Page.crash').catch(() => undefined);
  }),
  onABox('page-stands-still', "the page's process stands still", 'blocked', (box) => {
    for (const pid of box.processes('--type=renderer')) process.kill(pid, 'SIGSTOP');
  }),
  onABox(
    'browser-stands-still',
    'the browser stands still',
    'browser-hangs',
    (box) => void process.kill(browser(box), 'SIGSTOP'),
  ),
  onABox('browser-ends', 'the browser is gone', 'ended', (box) => void process.kill(browser(box), 'SIGKILL')),
];
