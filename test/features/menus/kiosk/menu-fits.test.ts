import { expect } from 'chai';
import type { Menu } from '../../../../src/features/menus/model/menu.ts';
import { setLocale } from '../../../../src/i18n/index.ts';
import { setComfort, USUAL } from '../../../../src/shells/kiosk/comfort.ts';
import { pages } from '../../../../src/shells/kiosk/kiosk-pages.ts';
import { LlKioskShell } from '../../../../src/shells/kiosk/kiosk-shell.ts';
import { OpenEvent } from '../../../../src/shells/kiosk/open-event.ts';
import type { FakeStore } from '../../../support/fake-store.ts';
import { dish, kioskConfig, menuOf, today } from '../../../support/kiosk-centre.ts';
import { wrongOnGlass } from '../../../support/kiosk-fits.ts';
import { rest } from '../../../support/kiosk-tour.ts';
import { upright } from '../../../support/kiosk-worlds.ts';
import { mountKiosk, words } from '../../../support/mount-kiosk.ts';
import { deepAll, settled, unmountAll } from '../../../support/mount.ts';
import { sampleStore } from '../../../support/sample-centre.ts';

type Dishes = Menu['items'];

const FORTY = '老北京风味软烂红烧狮子头配时令鲜蔬香菇菜心荷叶饭套餐加一份小米南瓜粥和酱菜一碟';
const LONG_ENGLISH = 'Very soft braised meatballs with seasonal greens, mushrooms and rice in a lotus leaf';
const plain = dish('米饭', {
  tags: [],
  allergens: [],
  priceFen: null,
  smallPriceFen: null,
  photo: null,
});
const rich = dish(FORTY, {
  nameEn: LONG_ENGLISH,
  tags: ['soft', 'low-salt', 'halal', 'low-sugar'],
  allergens: ['soy', 'egg', 'fish', 'nut', 'milk'],
  priceFen: 12_800,
});

describe('What there is to eat is read whole, however large it is written and however much it is', () => {
  let shell: LlKioskShell;
  let store: FakeStore;

  const serve = (items: Dishes): void => {
    const lunch = menuOf(today, 'lunch', items);
    store.put('centre', 'menu', lunch.id, lunch);
  };
  const open = async (items: Dishes | null): Promise<void> => {
    await setLocale('zh-CN');
    await setComfort(USUAL);
    store = sampleStore();
    if (items !== null) serve(items);
    shell = await mountKiosk(new LlKioskShell(), store, { ...kioskConfig, panel: upright });
    shell.dispatchEvent(new OpenEvent({ page: 'menu', about: null }));
    await settled(shell);
    await rest(shell);
  };
  const press = async (selector: string, which = 0): Promise<void> => {
    deepAll(shell, selector)[which]?.click();
    await settled(shell);
  };

  before(async () => {
    document.documentElement.style.setProperty('--fade', '0ms');
    await pages.menu.load();
  });
  after(() => document.documentElement.style.removeProperty('--fade'));
  afterEach(async () => {
    unmountAll();
    await setComfort(USUAL);
    await setLocale('zh-CN');
  });

  it('a usual lunch', async () => {
    await open(null);
    expect(await wrongOnGlass(shell)).to.deep.equal({});
  });

  it('twenty-four dishes, and one of whose name only half stands on a row', async () => {
    await open([
      rich,
      ...Array.from({ length: 23 }, (_, n) => dish(`小炒${n}`, { tags: ['soft', 'halal'] })),
    ]);
    expect(await wrongOnGlass(shell), 'the list').to.deep.equal({});
    await press('.dish');
    expect(await wrongOnGlass(shell), 'all of one').to.deep.equal({});
  });

  it('a dish of which nobody has said anything', async () => {
    await open([plain]);
    await press('.dish');
    expect(await wrongOnGlass(shell)).to.deep.equal({});
  });

  it('that there is none of a kind, none at all yet, or not this one any more', async () => {
    await open([plain]);
    for (const filter of [1, 2, 3, 4, 5]) await press('ll-dish-filter-bar button', filter);
    expect(await wrongOnGlass(shell), 'of a kind').to.deep.equal({});
    unmountAll();
    await open([plain, rich]);
    await press('.dish');
    serve([rich]);
    await settled(shell);
    expect(await wrongOnGlass(shell), 'not this one').to.deep.equal({});
    unmountAll();
    await open([]);
    expect(words(shell)).to.contain('还没有写上').and.not.to.contain('没有的菜');
    expect(await wrongOnGlass(shell), 'none at all').to.deep.equal({});
  });
});
