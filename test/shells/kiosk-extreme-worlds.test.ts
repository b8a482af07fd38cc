import { expect } from 'chai';
import { LlKioskMealCard } from '../../src/features/menus/kiosk/kiosk-meal-card.ts';
import { setLocale } from '../../src/i18n/index.ts';
import { setComfort, USUAL, type Comfort } from '../../src/shells/kiosk/comfort.ts';
import { LlKioskShell } from '../../src/shells/kiosk/kiosk-shell.ts';
import { homeWorlds } from '../support/home-worlds.ts';
import { kioskConfig } from '../support/kiosk-centre.ts';
import { tooClose, tooNearTheEdge, tooSmall } from '../support/kiosk-measures.ts';
import { isEmpty, isShown, rest, seenParts, shownPage, type Box } from '../support/kiosk-tour.ts';
import { badText, cutText, smallSentences, smallText, tightText } from '../support/kiosk-words.ts';
import {
  become,
  languages,
  lying,
  nameOfWorld,
  upright,
  type Panel,
  type World,
} from '../support/kiosk-worlds.ts';
import { mountKiosk } from '../support/mount-kiosk.ts';
import { deepAll, unmountAll } from '../support/mount.ts';
import { atOneGlance } from '../support/one-glance.ts';
import '../../src/features/help/kiosk/kiosk-open-call.ts';
// The line of a hub that is away comes after the first paint, and moves what is looked at.
import '../../src/shells/kiosk/confirmed-line.ts';

const squarer: Panel = { diagonalInches: 21.5, widthPx: 1280, heightPx: 800 };
const LARGEST = 1.6;
/** Larger glass, on which a millimetre has fewer pixels, and that which is drawn grows no further than by so much. */
const largerGlass: readonly World[] = [32, 43].flatMap((diagonalInches) =>
  [upright, lying].map((panel) => ({
    panel: { ...panel, diagonalInches },
    language: 'zh-CN' as const,
    comfort: USUAL,
    rules: false,
  })),
);
/** Each glass in both languages, as usual and at its largest; at the size between in one of them. */
const shapes: readonly World[] = (
  [
    [upright, 'zh-CN'],
    [lying, 'en'],
    [squarer, 'zh-CN'],
  ] as const
).flatMap(([panel, between]) =>
  languages.flatMap((language) =>
    (language === between ? ([1, 1.3, LARGEST] as const) : ([1, LARGEST] as const)).map((larger) => ({
      panel,
      language,
      comfort: { ...USUAL, larger },
      rules: false,
    })),
  ),
);

/** What home is made of, from the top. */
const BLOCKS = [
  'll-kiosk-date',
  'll-kiosk-notice-line',
  'll-kiosk-open-call',
  'll-kiosk-meal-card',
  'll-kiosk-next-card',
  '.tiles',
  'll-confirmed-line',
  'll-kiosk-bar',
];

/** The name of a thing may be so long; the whole of it is one tap away. */
const NAME_OF_FORTY = 40;

/** Of what home is made of, what lies over another or under it. */
function overlapping(shell: LlKioskShell): readonly string[] {
  const boxes = BLOCKS.flatMap((name) =>
    deepAll(shell, name)
      .map((one) => ({ name, box: one.getBoundingClientRect() }))
      .filter(({ box }) => !isEmpty(box)),
  );
  return boxes.flatMap(({ name, box }, i) =>
    boxes.slice(i + 1).flatMap((other) => {
      const across = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
      const down = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
      return across > 1 && down > 1 ? [`${name} and ${other.name} by ${Math.round(down)} px`] : [];
    }),
  );
}

/** Sentences that end in …; the name of a thing may be shortened, and what a press opens. */
const shortened = (shell: LlKioskShell): readonly string[] =>
  deepAll(shell, 'p, .kindly, .says, .foot p')
    .filter((one) => isShown(one) && one.scrollHeight > one.clientHeight + 2)
    .filter((one) => getComputedStyle(one).overflow === 'hidden')
    .filter((one) => (one.textContent?.trim().length ?? 0) < NAME_OF_FORTY)
    .map((one) => `“${one.textContent?.trim()}” is shortened`);

/** Of which day and which meal the card tells: its heading, where the hour beside it may fall out of sight. */
function noMeal(shell: LlKioskShell): readonly string[] {
  const [heading] = deepAll(shell, '.card h2');
  if (heading === undefined) return ['no heading'];
  const title = [...heading.childNodes].filter((node) => node instanceof Text);
  const card = heading.getBoundingClientRect();
  return title.flatMap((node) => {
    const range = document.createRange();
    range.selectNodeContents(node);
    const isSeen = [...range.getClientRects()].every(
      ({ left, right, top, bottom }) =>
        left >= card.left - 1 && right <= card.right + 1 && (top + bottom) / 2 <= card.bottom,
    );
    return isSeen ? [] : [`no “${node.textContent?.trim()}”`];
  });
}

/** The first dish as it is seen: its name, its price, and all that decides who may eat it. */
function noDish(shell: LlKioskShell): readonly string[] {
  const [first] = deepAll(shell, '.card li');
  if (first === undefined) return ['no dish'];
  const parts = [...first.querySelectorAll('b, .must .tag, .must i, .price, strong')];
  const whole = (one: Element): boolean => {
    const area = (boxes: readonly Box[]): number =>
      boxes.reduce((sum, { left, top, right, bottom }) => sum + (right - left) * (bottom - top), 0);
    return area(seenParts(one)) > 0.9 * area([...one.getClientRects()]);
  };
  return parts.filter((one) => one.textContent !== '' && !whole(one)).map((one) => `no ${one.textContent}`);
}

/** One piece of words, and how large its type is. */
interface Typed {
  readonly px: number;
  readonly onButton: boolean;
}

/** How large each piece of the words on the glass is, by what it says. */
const typeSizes = (shell: LlKioskShell): ReadonlyMap<string, Typed> =>
  new Map(
    deepAll(shell, '*')
      .filter((one) => [...one.childNodes].some((node) => node instanceof Text && node.data.trim() !== ''))
      .filter((one) => isShown(one) && one.closest('.heard, .sr') === null)
      .map((one) => [
        `${one.localName} ${one.textContent?.trim().replace(/\s+/g, ' ')}`,
        { px: Number.parseFloat(getComputedStyle(one).fontSize), onButton: one.closest('button') !== null },
      ]),
  );

/** What is read at 650 mm, grown by half, in the kiosk's unit. */
const BODY_GROWN = 10.8 * 1.5;
const unit = (): number =>
  Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--u'));

/**
 * What one tap leaves smaller than half as large again and than what is read, grown by half. Latin words on a button
 * of which the place and size are given grow as far as they have room.
 */
const grownTooLittle = (
  before: ReadonlyMap<string, Typed>,
  after: ReadonlyMap<string, Typed>,
): readonly string[] =>
  [...after].flatMap(([words, { px, onButton }]) => {
    const usual = before.get(words)?.px ?? px / 1.5;
    const least = onButton && /[a-z]/.test(words.replace(/^\w+ /, '')) ? 1.25 : 1.49;
    return px / usual > least || px >= BODY_GROWN * unit() - 0.1
      ? []
      : [`“${words}” grows ${(px / usual).toFixed(2)} times`];
  });

describe('Home in worlds that nobody draws', () => {
  before(() => document.documentElement.style.setProperty('--fade', '0ms'));
  afterEach(async () => {
    unmountAll();
    await setComfort(USUAL);
    await setLocale('zh-CN');
  });
  after(() => document.documentElement.style.removeProperty('--fade'));

  /** What is wrong with home as it stands in a world. */
  const wrongIn = (shell: LlKioskShell, larger: number): readonly string[] => [
    ...cutText(shell),
    ...overlapping(shell),
    ...badText(shell),
    ...smallText(shell),
    ...smallSentences(shell, larger),
    ...tooSmall(shell),
    ...tooClose(shell),
    ...tooNearTheEdge(shell),
    ...shortened(shell),
    ...tightText(shownPage(shell)),
  ];

  for (const [name, { store, dishes }] of Object.entries(homeWorlds))
    it(`is whole, and as large as was asked for: ${name}`, async () => {
      const shell = await mountKiosk(new LlKioskShell(), store(), kioskConfig);
      const found: Record<string, readonly string[]> = {};
      let usual: ReadonlyMap<string, Typed> = new Map();
      for (const shape of shapes) {
        shell.comfort = shape.comfort;
        await become(shell, shape);
        await rest(shell);
        const { larger } = shape.comfort;
        if (larger === 1) usual = typeSizes(shell);
        const wrong = atOneGlance(() => [
          ...wrongIn(shell, larger),
          ...(dishes ? [...noMeal(shell), ...noDish(shell)] : []),
          ...(larger === LARGEST ? grownTooLittle(usual, typeSizes(shell)) : []),
        ]);
        if (wrong.length > 0) found[`${shape.panel.widthPx} ${nameOfWorld(shape)}`] = wrong;
      }
      expect(found).to.deep.equal({});
    });

  it('stays whole where the meal’s card is drawn again just as home makes room', async () => {
    const { store } = homeWorlds['a centre that opened this morning'] ?? never();
    const shell = await mountKiosk(new LlKioskShell(), store(), kioskConfig);
    const comfort: Comfort = { ...USUAL, larger: LARGEST };
    shell.comfort = comfort;
    await become(shell, { panel: lying, language: 'en', comfort, rules: false });
    const [card] = deepAll(shell, 'll-kiosk-meal-card');
    if (!(card instanceof LlKioskMealCard)) return never();
    for (let times = 0; times < 2; times += 1) {
      card.requestUpdate();
      await card.updateComplete;
      // The frame is drawn, and what watches sizes has been told.
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    }
    await rest(shell);
    expect(overlapping(shell)).to.deep.equal([]);
  });

  it('on larger glass has the bar’s words and the date at true millimetres, either way it hangs', async () => {
    const { store } = homeWorlds['several to sign in for, beside a notice and an emergency'] ?? never();
    const shell = await mountKiosk(new LlKioskShell(), store(), kioskConfig);
    const found: Record<string, readonly string[]> = {};
    for (const shape of largerGlass) {
      await become(shell, shape);
      const wrong = atOneGlance(() => [...wrongIn(shell, 1), ...noDish(shell)]);
      if (wrong.length > 0) found[nameOfWorld(shape)] = wrong;
    }
    expect(found).to.deep.equal({});
  });
});

function never(): never {
  throw new Error('there is no such world');
}
