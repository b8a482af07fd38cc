import { expect } from 'chai';
import { startAnewByItself } from '../../../src/app/start-anew.ts';
import { Patience } from '../../../src/shells/boot/patience.ts';
import { NewerDatabase } from '../../../src/store/storage/newer-database.ts';
import { until } from '../../support/until.ts';

/** The minute after which a page starts anew, and the seconds before it says anything, are as short here. */
const SHORT: Readonly<Record<number, number>> = { 60_000: 60, 4000: 1 };

describe('a page that cannot go on', () => {
  const [trueFetch, trueTimeout] = [window.fetch, window.setTimeout];
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
    Object.assign(window, {
      setTimeout: (run: () => void, ms = 0) => trueTimeout(run, SHORT[ms] ?? ms),
    });
  });
  afterEach(() => {
    patience?.over();
    Object.assign(window, { fetch: trueFetch, setTimeout: trueTimeout });
  });

  const page = (): HTMLElement | null => document.querySelector('ll-trouble-page');
  const aMinute = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 60_000));

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
    while (asked === 0) {
      patience.failed(new NewerDatabase('a build that will be back'));
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    expect(page()).to.equal(first);
    expect(first.shadowRoot?.textContent).to.contain('a build that will be back');
  });

  it('takes a page that a network answers with for no hub: it would stand there for ever', async () => {
    answer = () => new Response('<h1>请先登录 Wi-Fi</h1>');
    const stop = startAnewByItself();
    try {
      await until(() => asked > 1);
    } finally {
      stop();
    }
  });
});
