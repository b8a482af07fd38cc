import { expect } from 'chai';
import { setLocale } from '../../src/i18n/index.ts';
import { id } from '../../src/kernel/ids.ts';
import type { RowOf } from '../../src/kernel/rows.ts';
import { LlAttract } from '../../src/shells/kiosk/attract.ts';
import { setComfort, USUAL } from '../../src/shells/kiosk/comfort.ts';
import { pages } from '../../src/shells/kiosk/kiosk-pages.ts';
import { LlKioskShell } from '../../src/shells/kiosk/kiosk-shell.ts';
import '../../src/features/notices/kiosk/kiosk-alarm.ts';
import { OpenEvent } from '../../src/shells/kiosk/open-event.ts';
import { brokenRules, faintWords } from '../support/axe.ts';
import type { FakeStore } from '../support/fake-store.ts';
import { at, kioskConfig } from '../support/kiosk-centre.ts';
import { tooClose, tooNearTheEdge, tooSmall } from '../support/kiosk-measures.ts';
import { badText, cutText, foreignText, smallText } from '../support/kiosk-words.ts';
import { become, nameOfWorld, timeStands, upright, worlds, type World } from '../support/kiosk-worlds.ts';
import { mountKiosk } from '../support/mount-kiosk.ts';
import { deepAll, settled, unmountAll } from '../support/mount.ts';
import { atOneGlance } from '../support/one-glance.ts';
import { sampleStore } from '../support/sample-centre.ts';
import { until } from '../support/until.ts';

const alarm: RowOf<'notice'> = {
  id: id('fire'),
  level: 'emergency',
  title: '请马上离开三楼',
  titleEn: 'Leave the third floor now',
  body: '走楼梯，不要乘电梯。\n到门口的空地集合。',
  bodyEn: 'Take the stairs, not the lift.\nMeet outside the door.',
  fromMs: at(10, 20),
  untilMs: null,
  by: '王经理',
};

const call: RowOf<'helpCall'> = {
  id: id('call'),
  deviceId: kioskConfig.id,
  place: '一楼大厅',
  raisedAtMs: at(10, 25),
  ageUnknown: false,
  state: 'coming',
  answeredBy: '李师傅',
  answeredAtMs: at(10, 26),
};

interface Over {
  readonly rows: (store: FakeStore) => void;
  /** Brings it; returns what is looked at. */
  readonly bring: (shell: LlKioskShell) => Promise<HTMLElement | undefined>;
  /** Where it stands so; everywhere unless said otherwise. */
  readonly only?: (world: World) => boolean;
}

const nothing = (): void => undefined;
const first = (shell: LlKioskShell, name: string): HTMLElement | undefined => deepAll(shell, name)[0];

/** What stands over the pages, or comes to home, without a press. */
const overs: Readonly<Record<string, Over>> = {
  'the question whether anybody is still there': {
    rows: nothing,
    bring: async (shell) => {
      const real = performance.now.bind(performance);
      shell.dispatchEvent(new OpenEvent({ page: 'menu', about: null }));
      await settled(shell);
      performance.now = () => real() + 120_000;
      try {
        return await until(() => first(shell, 'll-still-there'));
      } finally {
        performance.now = real;
      }
    },
  },
  'the hour and the meal for whoever passes by': {
    rows: (store) => store.put('device', 'helpCall', call.id, call),
    bring: async (shell) => {
      const attract = new LlAttract();
      shell.shadowRoot?.append(attract);
      await attract.updateComplete;
      return attract;
    },
    // By then the glass is as usual again.
    only: ({ comfort }) => comfort.larger === 1,
  },
  'an emergency': {
    rows: (store) => store.put('centre', 'notice', alarm.id, alarm),
    bring: async (shell) => first(shell, 'll-kiosk-alarm'),
  },
  'an emergency over a call for help': {
    rows: (store) => store.put('centre', 'notice', alarm.id, alarm),
    bring: async (shell) => {
      shell.dispatchEvent(new OpenEvent({ page: 'help', about: null }));
      await until(() => first(shell, 'll-kiosk-help'));
      return shell;
    },
  },
  'home with a call that is open': {
    rows: (store) => {
      store.remove('centre', 'notice', 'water');
      store.put('device', 'helpCall', call.id, call);
    },
    bring: async (shell) => shell,
  },
};

describe('What stands over a page of the kiosk', () => {
  before(async () => {
    document.title = '乐龄屏';
    document.documentElement.style.setProperty('--fade', '0ms');
    await Promise.all(Object.values(pages).map((page) => page.load()));
    await Promise.all([
      import('../../src/shells/kiosk/still-there.ts'),
      import('../../src/features/help/kiosk/kiosk-open-call.ts'),
    ]);
  });
  after(() => document.documentElement.style.removeProperty('--fade'));
  afterEach(async () => {
    unmountAll();
    await setComfort(USUAL);
    await setLocale('zh-CN');
  });

  for (const [name, { rows, bring, only }] of Object.entries(overs)) {
    it(`holds what a page does, on every glass, in both languages and all sizes: ${name}`, async () => {
      const store = sampleStore();
      rows(store);
      const shell = await mountKiosk(new LlKioskShell(), store, { ...kioskConfig, panel: upright });
      const over = await bring(shell);
      if (over === undefined) throw new Error('it has not come');
      const wrong: Record<string, readonly string[]> = {};
      const goOn = timeStands();
      try {
        for (const world of worlds.filter(only ?? Boolean)) {
          await become(shell, world);
          const seen = atOneGlance(() => [
            ...cutText(over),
            ...smallText(over),
            ...tooSmall(over),
            ...tooClose(over),
            ...tooNearTheEdge(over, shell),
            ...badText(over),
            ...(world.language === 'en' ? foreignText(over) : []),
          ]);
          const rules = world.comfort.contrast ? faintWords : brokenRules;
          const found = [...seen, ...(world.rules ? await rules() : [])];
          if (found.length > 0) wrong[nameOfWorld(world)] = found;
        }
      } finally {
        goOn();
      }
      expect(wrong).to.deep.equal({});
    });
  }
});
