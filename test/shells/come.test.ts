import { expect } from 'chai';
import '../../src/i18n/come-texts.ts';
import { setLocale } from '../../src/i18n/index.ts';
import { LlCome } from '../../src/shells/come/come.ts';
import { expectAccessible } from '../support/axe.ts';
import { words } from '../support/mount-kiosk.ts';
import { button, unmountAll } from '../support/mount.ts';
import { until } from '../support/until.ts';

const session = {
  centre: '示例街道养老服务中心',
  name: '八段锦',
  nameEn: 'Baduanjin',
  start: '10:40',
  room: '二楼活动室',
  roomEn: 'Activity room, 2nd floor',
};
const asked: { path: string; body: Record<string, string> }[] = [];
const json = (body: object, status = 200): Response => new Response(JSON.stringify(body), { status });

describe('The page that a telephone signs in on', () => {
  const trueFetch = window.fetch;
  /** What the hub answers to the end of a path; nothing where it is away. */
  let answers: Record<string, () => Response>;
  let page: LlCome;

  beforeEach(async () => {
    asked.length = 0;
    answers = {
      AAAAAAAAAAAAAAAA: () => json(session),
      names: () => json({ names: [{ pick: 'BBBBBBBBBBBBBBBB', maskedName: '赵*贵' }] }),
      claim: () => json({ status: 'done', count: 7 }),
      undo: () => json({ status: 'withdrawn', count: 6 }),
    };
    window.fetch = async (path, init) => {
      asked.push({ path: String(path), body: JSON.parse(String(init?.body ?? '{}')) });
      const answer = answers[String(path).split('/').pop() ?? ''];
      if (answer === undefined) throw new TypeError('Failed to fetch');
      return answer();
    };
    history.replaceState(null, '', '#AAAAAAAAAAAAAAAA');
    page = new LlCome();
  });
  afterEach(async () => {
    window.fetch = trueFetch;
    page.remove();
    unmountAll();
    history.replaceState(null, '', location.pathname + location.search);
    await setLocale('zh-CN');
  });

  const open = async (): Promise<void> => {
    document.body.append(page);
    await until(() => words(page).includes('八段锦'));
  };
  const type = async (digits: string): Promise<void> => {
    const input = page.shadowRoot?.querySelector('input');
    if (!input) throw new Error('there is nothing to type in');
    input.value = digits;
    button(page, '下一步').click();
    await page.updateComplete;
    await until(() => page.shadowRoot?.querySelector('.wait') === null);
  };
  const press = async (name: string, then: string): Promise<void> => {
    button(page, name).click();
    await page.updateComplete;
    await until(() => words(page).includes(then));
  };

  it('leads from four digits to ✓ and back, and axe finds nothing on the way, in either language', async () => {
    await open();
    await expectAccessible(page);
    await type('3330');
    expect(words(page)).to.include('是您吗？');
    await press('赵*贵', '签好了');
    expect(words(page)).to.include('7');
    await expectAccessible(page);
    const claim = asked[2]?.body;
    expect(claim).to.include({ tail: '3330', pick: 'BBBBBBBBBBBBBBBB' });
    await press('签错了，撤销', '已经撤销');
    expect(asked[3]?.body['mid'], 'the claim that was made').to.equal(claim?.['mid']);
    await press('重新签到', '最后四位');
    await press('English', 'The last four digits');
    await expectAccessible(page);
    for (const one of page.shadowRoot?.querySelectorAll('button, input') ?? [])
      expect(one.getBoundingClientRect().height, 'for a finger').to.be.at.least(44);
  });

  it('shows no ✓ while the hub is away, and asks again by the same claim', async () => {
    await open();
    await type('3330');
    delete answers['claim'];
    await press('赵*贵', '现在连不上');
    expect(words(page)).to.include('大厅').and.not.include('签好了');
    answers['claim'] = () => new Response('<html>a router’s page</html>');
    await press('再试一次', '现在连不上');
    answers['claim'] = () => json({ status: 'done', count: 1 });
    await press('再试一次', '签好了');
    const mids = asked.filter(({ path }) => path.endsWith('/claim')).map(({ body }) => body['mid']);
    expect(mids).to.have.length(3);
    expect(new Set(mids).size).to.equal(1);
  });

  it('says what to do where a number is nobody’s, the code has run out, or it was tried too often', async () => {
    await open();
    answers['names'] = () => json({ names: [] });
    await type('0000');
    expect(words(page)).to.include('没有找到这个号码').and.include('大厅');
    answers['names'] = () => json({ code: 'too-much' }, 429);
    await type('0000');
    await until(() => words(page).includes('试的次数太多了'));
    answers['AAAAAAAAAAAAAAAA'] = () => json({ code: 'pass-over' }, 410);
    page.remove();
    page = new LlCome();
    document.body.append(page);
    await until(() => words(page).includes('这个码过时了'));
  });
});
