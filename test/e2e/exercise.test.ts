import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { Pusher } from '../bench/support/pusher.ts';
import { Browser } from '../support/browser.ts';
import { centreWhereItIs } from '../support/centre-at.ts';
import { Profile } from '../support/faces.ts';
import { startHub, type HubProcess } from '../support/hub.ts';

const SMOKE = '请到院子里集合';

/**
 * An exercise as it is led: every key of the leader's telephone and of the set's own remote, the hub gone, the plug pulled.
 * What the telephone says is what the screen has reported, so each step waits for both. The steps build on each other.
 */
describe('a group exercise', { timeout: 300_000 }, () => {
  const config = centreWhereItIs(10, 41);
  const profile = new Profile();
  let hub: HubProcess;
  let screen: Page;
  let phone: Page;
  let manager: Pusher;

  before(async () => {
    hub = await startHub({ env: { LELING_CONFIG: config.folder } });
    const office = new Browser(hub.url);
    await office.open(String(hub.links.staff['manager']));
    manager = new Pusher((body) => office.post('/sync/push', body));
    await profile.open();
    screen = await profile.face('screen', String(hub.links.screens['exercise-room']));
    phone = await profile.face('phone', String(hub.links.staff.leader));
    await phone.getByRole('link', { name: '活动' }).first().click();
    await phone.getByRole('button', { name: '活动室电视' }).click();
  });
  after(async () => {
    await profile.dispose();
    await hub.dispose();
    config.remove();
  });

  const press = async (name: string | RegExp): Promise<void> => {
    await phone.bringToFront();
    await phone.getByRole('button', { name }).click();
  };
  /** The same key again at once, which from a finger would be its trembling. */
  const pressAgain = async (name: string): Promise<void> => {
    await phone.bringToFront();
    await phone.getByRole('button', { name }).press('Enter');
  };
  const key = async (...keys: readonly string[]): Promise<void> => {
    await screen.bringToFront();
    for (const one of keys) await screen.keyboard.press(one);
  };
  /** Waits until it stands on the glass; a page in the background paints nothing. */
  const onGlass = async (text: string | RegExp): Promise<void> => {
    await screen.bringToFront();
    await screen.getByText(text).first().waitFor();
  };
  /** Waits until the telephone says that the screen says so. */
  const reported = async (text: RegExp): Promise<void> => {
    await phone.bringToFront();
    await phone.getByText(text).first().waitFor();
  };
  /** Waits until the telephone says that the screen goes slower than it did. */
  const slower = async (how: () => Promise<void>): Promise<void> => {
    const pace = phone.getByText(/^速度 /);
    const before = String(await pace.textContent());
    await how();
    await phone.bringToFront();
    await pace.filter({ hasNotText: new RegExp(`${before}$`) }).waitFor();
  };
  const gone = async (text: string): Promise<void> => {
    await screen.bringToFront();
    await screen.getByText(text).first().waitFor({ state: 'hidden' });
  };

  it('obeys each key of the telephone, and the telephone says what the screen does', async () => {
    await press('开始');
    await onGlass('头晕请坐下举手');
    await reported(/屏幕正在放/);
    await press('暂停');
    await onGlass('歇一歇');
    await reported(/屏幕停在/);
    await press('下一式');
    await onGlass('双手托天理三焦');
    await reported(/屏幕停在：第一式/);
    await pressAgain('下一式');
    await reported(/屏幕停在：第二式/);
    await press('上一式');
    await reported(/屏幕停在：第一式/);
    await press('继续');
    await gone('歇一歇');
    await onGlass('镜面示范');
    await press('镜面');
    await gone('镜面示范');
    await pressAgain('镜面');
    await onGlass('镜面示范');
    await press('暂停');
    await onGlass('歇一歇');
    await reported(/屏幕停在：第一式/);
    // From its beginning: a form is over in a minute and a half, which is not long on a busy machine.
    await press('再做这一式');
    await slower(() => press('慢一点'));
    await press('继续');
    await gone('歇一歇');
    await reported(/屏幕正在放：第一式/);
  });

  it('asks before it stops, and goes on from there', async () => {
    await press('停止');
    await press('不停');
    await press('停止');
    await press('停下来');
    await gone('头晕请坐下举手');
    await press(/接着做：双手托天理三焦/);
    await onGlass('双手托天理三焦');
    await reported(/屏幕正在放：第一式/);
  });

  it("obeys each key of the set's own remote, and the telephone hears of it", async () => {
    await key('Enter');
    await onGlass('歇一歇');
    await reported(/屏幕停在：第一式/);
    await key('ArrowRight');
    await reported(/屏幕停在：第二式/);
    await key('ArrowLeft');
    await reported(/屏幕停在：第一式/);
    await slower(() => key('ArrowDown', 'ArrowRight', 'Enter'));
    await key('Escape', 'Enter');
    await reported(/屏幕正在放：第一式/);
    await key('Backspace');
    await onGlass('停下来吗？');
    // The focus stands on what goes on.
    await key('Enter');
    await gone('停下来吗？');
    await onGlass('头晕请坐下举手');
  });

  it('obeys its own remote while the hub is gone, and the hub takes it over when it is back', async () => {
    await hub.kill('SIGKILL');
    await key('Enter', 'ArrowRight');
    await onGlass('歇一歇');
    await onGlass('左右开弓似射雕');
    await hub.restart();
    await reported(/屏幕停在：第二式/);
    await press('继续');
    await gone('歇一歇');
    await reported(/屏幕正在放：第二式/);
  });

  it('waits at the form it was in when the power comes back', async () => {
    await screen.close();
    screen = await profile.face('screen', `${hub.url}/screen?device=exercise-room`, (page) =>
      // As if the set had been off for a minute: what it noted last lies so long ago.
      page.addInitScript(() => {
        const name = 'leling:run:exercise-room';
        const noted = JSON.parse(localStorage.getItem(name) ?? '{}');
        if (noted.joined == null) return;
        const joined = { ...noted.joined, atMs: noted.joined.atMs - 60_000 };
        localStorage.setItem(name, JSON.stringify({ ...noted, turn: noted.turn + 1, joined }));
      }),
    );
    await onGlass('左右开弓似射雕');
    await onGlass('歇一歇');
    await reported(/屏幕停在：第二式/);
    // The hub has heard it too, so that the telephone offers to go on.
    await phone.getByRole('button', { name: '继续' }).waitFor();
    await key('Enter');
    await reported(/屏幕正在放：第二式/);
  });

  it('waits while an emergency stands, and after it until the leader goes on: nobody is to follow a teacher out of the door', async () => {
    await manager.push('notice.alarm', [{ noticeId: 'smoke', title: SMOKE, body: null, untilMs: null }]);
    await onGlass(SMOKE);
    await reported(/屏幕上现在是紧急通知；解除以后，锻炼停在原处/);
    await manager.push('notice.withdraw', [{ noticeId: 'smoke' }]);
    await gone(SMOKE);
    await onGlass('歇一歇');
    await reported(/屏幕停在：第二式/);
    await press('继续');
    await gone('歇一歇');
    await reported(/屏幕正在放：第二式/);
  });

  it('counts with its picture', async () => {
    await screen.bringToFront();
    const late = await screen.evaluate(countsBesideItsFrames);
    assert.deepEqual(late, []);
  });

  it('no page has thrown an error', () => assert.deepEqual(profile.errors, []));
});

/** In the page: looks at the count at so many frames, with the moment that each shows. */
async function countsBesideItsFrames(): Promise<readonly string[]> {
  const board = document.querySelector('ll-screen')?.shadowRoot?.querySelector('ll-board-exercise');
  const root = board?.shadowRoot;
  if (!board || !root) return ['there is no board'];
  const programme = Reflect.get(board, 'programme');
  const shownAt = (ms: number): string => {
    const form = [...programme.forms].reverse().find((one: { startMs: number }) => one.startMs <= ms);
    const beat = [...(form?.beats ?? [])].reverse().find((one: { atMs: number }) => one.atMs <= ms);
    return beat === undefined || beat.count === 0 ? '' : String(beat.count);
  };
  const wrong: string[] = [];
  const look = (ms: number): void => {
    const digit = root.querySelector('.digit')?.textContent ?? '';
    // Within 150 ms of the picture's moment, before or after.
    const fits = [ms - 150, ms, ms + 150].map(shownAt);
    if (!fits.includes(digit)) wrong.push(`${digit} at ${Math.round(ms)}`);
  };
  const video = root.querySelector('video');
  const coach = root.querySelector('ll-coach');
  const FRAMES = 60;
  await new Promise<void>((done) => {
    let frames = 0;
    const next = (ms: number): boolean => {
      // The words are rendered before the frame's own task is over: a later one would perhaps find the next frame's.
      void Promise.resolve()
        .then(() => Reflect.get(board, 'updateComplete'))
        .then(() => look(ms));
      frames += 1;
      if (frames >= FRAMES) done();
      return frames < FRAMES;
    };
    if (video) {
      const ask = (): void => {
        video.requestVideoFrameCallback((_now, { mediaTime }) => {
          if (next(mediaTime * 1000)) ask();
        });
      };
      ask();
    } else coach?.addEventListener('ll-coach-frame', (event) => next(Reflect.get(event, 'atMs')));
  });
  return wrong;
}
