import { expect } from 'chai';
import { startAnewByItself } from '../../../src/app/start-anew.ts';
import { Patience } from '../../../src/shells/boot/patience.ts';
import { NewerDatabase } from '../../../src/store/storage/newer-database.ts';
import { until } from '../../support/until.ts';

/** After which a page starts anew. */
const MINUTE_MS = 60_000;
/** Before it says anything. */
const SECONDS_MS = 4000;

describe('a page that cannot go on', () => {
  const { fetch: trueFetch, setTimeout: set, clearTimeout: clear } = window;
  /** The minutes that run, by their timers: they are over when the test says so. */
  const minutes = new Map<number, () => void>();
  let lastTimer = 0;
  /** How often it asked whether its hub answers, to start anew then. */
  let asked: number;
  let answer: () => Response;
  let patience: Patience | undefined;

  beforeEach(() => {
    asked = 0;
    answer = () => new Response('', { status: 503 });
    window.fetch = async () => {
      asked += 1;
      return answer();
    };
    minutes.clear();
    Object.assign(window, {
      setTimeout: (run: () => void, ms = 0) => {
        if (ms !== MINUTE_MS) return set(run, ms === SECONDS_MS ? 1 : ms);
        lastTimer -= 1;
        minutes.set(lastTimer, run);
        return lastTimer;
      },
      clearTimeout: (timer: number) => (minutes.delete(timer) ? undefined : clear(timer)),
    });
  });
  afterEach(() => {
    patience?.over();
    Object.assign(window, { fetch: trueFetch, setTimeout: set, clearTimeout: clear });
  });

  const page = (): HTMLElement | null => document.querySelector('ll-trouble-page');
  /** A minute has gone by, and whatever it sets off has been begun. */
  const aMinute = async (): Promise<void> => {
    for (const [timer, run] of [...minutes]) {
      minutes.delete(timer);
      run();
    }
    await new Promise((resolve) => setTimeout(resolve));
  };

  it('starts nobody’s face anew that stands there after all: a full disk is not waited for', async () => {
    patience = new Patience();
    patience.failed(new DOMException('full', 'QuotaExceededError'));
    await until(() => page()?.shadowRoot?.textContent?.includes('再试') === true);
    patience.over();
    expect(page()).to.equal(null);
    await aMinute();
    expect(asked, 'whoever is signing in by then is not thrown out').to.equal(0);
  });

  it('starts anew however often its store is tried meanwhile, and is the same page under a finger', async () => {
    patience = new Patience();
    patience.failed(new Error('slow'));
    const first = await until(() => page() ?? undefined);
    patience.failed(new NewerDatabase('a build that will be back'));
    await until(() => minutes.size === 1);
    const [running] = minutes.keys();
    for (let tries = 0; tries < 5; tries += 1) {
      patience.failed(new NewerDatabase('a build that will be back'));
      await new Promise((resolve) => setTimeout(resolve));
    }
    expect([...minutes.keys()], 'each try would begin it anew').to.deep.equal([running]);
    await aMinute();
    expect(asked).to.equal(1);
    expect(page()).to.equal(first);
    expect(first.shadowRoot?.textContent).to.contain('a build that will be back');
  });

  it('takes a page that a network answers with for no hub: it would stand there for ever', async () => {
    answer = () => new Response('<h1>请先登录 Wi-Fi</h1>');
    const stop = startAnewByItself();
    try {
      await aMinute();
      await until(() => minutes.size === 1);
      await aMinute();
      expect(asked).to.equal(2);
    } finally {
      stop();
    }
  });
});
