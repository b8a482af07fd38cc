import { expect } from 'chai';
import { LlKioskShell } from '../../src/shells/kiosk/kiosk-shell.ts';
import { pages } from '../../src/shells/kiosk/kiosk-pages.ts';
import { LeaveEvent } from '../../src/ui/kiosk/kiosk-page.ts';
import { leftAlone } from '../support/left-alone.ts';
import { kioskStoreWithLunch } from '../support/kiosk-centre.ts';
import { appears, mountKiosk, pressableNamed, typeDigits, words } from '../support/mount-kiosk.ts';
import { settled, unmountAll } from '../support/mount.ts';
import { until } from '../support/until.ts';

/** A voice of the machine's own that goes on with a sentence until it is told to fall silent, and for good. */
function ownVoice() {
  const own = { Utterance: window.SpeechSynthesisUtterance };
  let silent = false;
  const voice = {
    saying: null as { onerror?: (event: { error: string }) => void } | null,
    fallsSilent: (): void => {
      silent = true;
      voice.saying?.onerror?.({ error: 'synthesis-failed' });
    },
    remove: (): void => {
      Object.assign(window, { SpeechSynthesisUtterance: own.Utterance });
      for (const name of ['getVoices', 'speak', 'cancel']) Reflect.deleteProperty(speechSynthesis, name);
    },
  };
  Object.assign(window, { SpeechSynthesisUtterance: EventTarget });
  Object.assign(speechSynthesis, {
    getVoices: () => [{ localService: true, lang: 'zh-CN' }],
    speak: (words: NonNullable<typeof voice.saying>) => {
      voice.saying = words;
      if (silent) voice.fallsSilent();
    },
    cancel: () => undefined,
  });
  return voice;
}

describe('A kiosk that reads aloud', () => {
  before(() => Promise.all(Object.values(pages).map((page) => page.load())));
  afterEach(unmountAll);

  const open = (): Promise<LlKioskShell> => mountKiosk(new LlKioskShell(), kioskStoreWithLunch());

  /** Whether anybody can read aloud is asked anew each time the glass is wiped. */
  async function openWithVoice(): Promise<LlKioskShell> {
    const shell = await open();
    shell.dispatchEvent(new LeaveEvent());
    await appears(shell, '读给我听');
    return shell;
  }

  async function press(shell: LlKioskShell, name: string | RegExp): Promise<void> {
    pressableNamed(shell, name).click();
    await settled(shell);
    await settled(shell);
  }

  it('puts nothing away from under the ear of somebody who is read to, however long that takes', async () => {
    const own = window.setInterval;
    const ticks: (() => void)[] = [];
    Object.assign(window, {
      setInterval: (run: () => void, ms: number) => (ms === 500 ? ticks.push(run) : own(run, ms)),
    });
    const voice = ownVoice();
    try {
      const shell = await openWithVoice();
      await press(shell, '吃饭');
      const tick = async (): Promise<void> => {
        for (const run of ticks) run();
        await settled(shell);
      };
      await press(shell, '读给我听');
      await until(() => voice.saying !== null);
      await leftAlone(150_000, async () => {
        await tick();
        expect(words(shell)).not.to.contain('还在看吗？');
        voice.fallsSilent();
        await appears(shell, '读给我听');
        await tick();
        expect(words(shell), 'it begins anew once all is read').not.to.contain('还在看吗？');
      });
      await leftAlone(300_000, async () => {
        await tick();
        expect(words(shell)).to.contain('还在看吗？');
      });
    } finally {
      Object.assign(window, { setInterval: own });
      voice.remove();
    }
  });

  it('goes on reading where a voice was looked for twice at once, and the second look ends later', async () => {
    const voice = ownVoice();
    const own = window.fetch;
    const answers: (() => void)[] = [];
    const gone = new TypeError('gone');
    try {
      window.fetch = () => new Promise((_, no) => answers.push(() => no(gone)));
      const shell = await open();
      for (let looks = 0; looks < 2; looks += 1) shell.dispatchEvent(new LeaveEvent());
      await until(() => answers.length > 0);
      await settled(shell);
      window.fetch = () => Promise.reject(gone);
      answers.shift()?.();
      await appears(shell, '读给我听');
      await press(shell, '吃饭');
      await press(shell, '读给我听');
      await until(() => voice.saying !== null);
      for (const answer of answers) answer();
      await settled(shell);
      await settled(shell);
      expect(words(shell)).to.contain('读慢一点');
    } finally {
      window.fetch = own;
      voice.remove();
    }
  });

  it('says nothing of the last person to the next, also where it was still being fetched as they left', async () => {
    const voice = ownVoice();
    const own = window.fetch;
    try {
      const shell = await openWithVoice();
      await press(shell, '我来签到');
      await typeDigits(shell, '1234');
      const answers: (() => void)[] = [];
      window.fetch = () => new Promise((_, no) => answers.push(() => no(new TypeError('gone'))));
      await press(shell, '读给我听');
      await until(() => answers.length > 0);
      await press(shell, '首页');
      for (const answer of answers) answer();
      await settled(shell);
      await appears(shell, '读给我听');
      expect(voice.saying).to.equal(null);
    } finally {
      window.fetch = own;
      voice.remove();
    }
  });
});
