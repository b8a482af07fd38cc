import { expect } from 'chai';
import { comesBackTo } from '../../src/features/help/kiosk/this-visit.ts';
import { setLocale } from '../../src/i18n/index.ts';
import { setComfort, USUAL } from '../../src/shells/kiosk/comfort.ts';
import { pages } from '../../src/shells/kiosk/kiosk-pages.ts';
import { LlKioskShell } from '../../src/shells/kiosk/kiosk-shell.ts';
import { KioskPage, LeaveEvent } from '../../src/ui/kiosk/kiosk-page.ts';
import { LlPages } from '../../src/ui/kiosk/pages.ts';
import { brokenRules, faintWords } from '../support/axe.ts';
import { doneStays } from '../support/done-stays.ts';
import { kioskConfig } from '../support/kiosk-centre.ts';
import { notGrown, sizesOf, smallest, type Sizes } from '../support/kiosk-growth.ts';
import {
  faintButtons,
  hiddenAway,
  notOneHeading,
  tooClose,
  tooNearTheEdge,
  tooSmall,
} from '../support/kiosk-measures.ts';
import { beginnings, everyWay, nameOf, rest, shownPage, type Way } from '../support/kiosk-tour.ts';
import {
  badText,
  cutText,
  foreignText,
  namesOn,
  smallSentences,
  smallText,
  tightText,
  wronglySaid,
} from '../support/kiosk-words.ts';
import {
  become,
  nameOfWorld,
  timeStands,
  upright,
  usual,
  worldsInTurn,
  type World,
} from '../support/kiosk-worlds.ts';
import { mountKiosk } from '../support/mount-kiosk.ts';
import { deepAll, focused, settled, unmountAll } from '../support/mount.ts';
import { atOneGlance } from '../support/one-glance.ts';
import { sampleStore } from '../support/sample-centre.ts';

/** A page's parts may come some frames after it. */
async function headingIsHeard(): Promise<boolean> {
  for (let frame = 0; frame < 30; frame += 1) {
    if (focused()?.localName === 'h1') return true;
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
  return false;
}

/** What is wrong, by page and world. */
type Found = Record<string, Record<string, readonly string[]>>;
const byPage = (): Found => ({});

function note(found: Found, page: string, world: string, wrong: readonly string[]): void {
  if (wrong.length > 0) (found[page] ??= {})[world] = [...(found[page]?.[world] ?? []), ...wrong];
}

/** Where each button of the bar stands. */
const placesInBar = (shell: LlKioskShell): ReadonlyMap<string, string> =>
  new Map(
    deepAll(deepAll(shell, 'll-kiosk-bar')[0] ?? shell, 'button').map((one) => {
      const { left, top, width, height } = one.getBoundingClientRect();
      return [one.className, [left, top, width, height].map(Math.round).join(' ')];
    }),
  );

/** What this browser keeps of where somebody was, by where. */
const keptHere = (): ReadonlyMap<string, unknown> =>
  new Map<string, unknown>([
    ...Object.entries({ ...localStorage }),
    ...Object.entries({ ...sessionStorage }),
    ['address', location.href],
    ['history', history.length],
  ]);

/** What the next person would find of who stands there, whose page goes as any page does or is left. */
async function whatStays(shell: LlKioskShell): Promise<readonly string[]> {
  const page = shownPage(shell);
  const isPersonal = page instanceof KioskPage && page.personal;
  const wrong = isPersonal
    ? []
    : namesOn(page).map((text) => `“${text}” stays as long as what is everybody’s`);
  const before = keptHere();
  shell.dispatchEvent(new LeaveEvent());
  await settled(shell);
  await settled(shell);
  return [
    ...wrong,
    ...(deepAll(shell, 'll-kiosk-home').length === 1 ? [] : ['does not go home']),
    ...deepAll(shell, '*')
      .flatMap((one) => [one.textContent ?? '', ...[...one.attributes].map(({ value }) => value)])
      .filter((text) => /\p{Script=Han}\*\p{Script=Han}?/u.test(text)),
    ...[...keptHere()]
      .filter(([where, what]) => before.get(where) !== what)
      .map(([where, what]) => `leaves something in the browser, ${where}: ${String(what).slice(0, 200)}`),
  ];
}

/** Whether but for its size, and what comes with it, a world is another. */
const isLike = (one: World, other: World): boolean =>
  one.panel === other.panel && one.language === other.language;

/** Where all sheets of a list are looked at: what is compared stands on any of them. */
const isTurned = ({ panel, comfort }: World): boolean =>
  panel.diagonalInches === 21.5 && comfort.larger !== 1.3;

/** What is laid out a sheet at a time, shown so, or only the sheet that lies on top. */
async function* sheets(shell: LlKioskShell, all: boolean): AsyncGenerator<undefined> {
  const lists = all ? deepAll(shownPage(shell), 'll-pages').filter((one) => one instanceof LlPages) : [];
  yield;
  while (lists.some((list) => list.next())) {
    await rest(shell);
    yield;
  }
  for (const list of lists) list.first();
}

describe('On every page of the kiosk, on every glass, in both languages and all sizes', () => {
  let goesAgain: () => void;
  /** Where the bar's buttons stand, by glass and button. */
  const places = new Map<string, string>();

  before(async () => {
    goesAgain = doneStays();
    document.title = '乐龄屏';
    // What is looked at while it fades in has not its own colours.
    document.documentElement.style.setProperty('--fade', '0ms');
    await Promise.all(Object.values(pages).map((page) => page.load()));
  });
  after(async () => {
    goesAgain();
    unmountAll();
    document.documentElement.style.removeProperty('--fade');
    await setComfort(USUAL);
    await setLocale('zh-CN');
  });

  async function fresh(): Promise<LlKioskShell> {
    unmountAll();
    // Another person, who has made no call.
    comesBackTo(performance.now());
    return mountKiosk(new LlKioskShell(), sampleStore(), { ...kioskConfig, panel: upright });
  }

  function lookAtBar(shell: LlKioskShell, { panel }: World): readonly string[] {
    const glass = `${panel.diagonalInches} ${panel.widthPx}`;
    return [...placesInBar(shell)].flatMap(([button, place]) => {
      const key = `${glass} ${button}`;
      const first = places.get(key) ?? place;
      places.set(key, first);
      return place === first ? [] : [`${button} stands at ${place}, elsewhere at ${first}`];
    });
  }

  for (const beginning of beginnings) {
    describe(`from ${beginning}`, () => {
      const sizes = byPage();
      const words = byPage();
      const heard = byPage();
      const simple = byPage();
      const kept = byPage();
      const bar = byPage();

      /** A page as it stands in a world, or a sheet of it. */
      function lookAtSheet(shell: LlKioskShell, name: string, world: World): void {
        const where = nameOfWorld(world);
        note(sizes, name, where, [
          ...cutText(shell),
          ...smallText(shell),
          ...smallSentences(shell, world.comfort.larger),
          ...tightText(shell),
          ...tooSmall(shell),
          ...tooClose(shell),
          ...tooNearTheEdge(shell),
        ]);
        note(words, name, where, [...badText(shell), ...(world.language === 'en' ? foreignText(shell) : [])]);
      }

      /** A page as it stands in a world; returns how large each text is. */
      async function measure(shell: LlKioskShell, name: string, world: World): Promise<Sizes> {
        const where = nameOfWorld(world);
        const page = shownPage(shell);
        const { larger } = world.comfort;
        atOneGlance(() => {
          note(simple, name, where, [...faintButtons(shell), ...hiddenAway(shell), ...notOneHeading(page)]);
          note(kept, name, where, wronglySaid(page, shell.getBoundingClientRect()));
          note(bar, name, where, lookAtBar(shell, world));
        });
        const all: Sizes[] = [];
        for await (const _ of sheets(shell, isTurned(world))) {
          atOneGlance(() => {
            all.push(sizesOf(shell));
            // What is behind the first is looked at in the largest type.
            if (all.length === 1 || larger === 1.6) lookAtSheet(shell, name, world);
          });
        }
        if (world.rules)
          note(heard, name, where, await (world.comfort.contrast ? faintWords() : brokenRules()));
        return smallest(all);
      }

      /** A page in each world, come to as it usually stands. */
      async function lookAt(shell: LlKioskShell, way: Way): Promise<void> {
        const name = nameOf(way);
        if (beginning !== 'home' && !(await headingIsHeard()))
          note(heard, name, 'come to', [`the focus is on ${focused()?.localName}`]);
        let usually: { readonly world: World; readonly sizes: Sizes } | null = null;
        const goOn = timeStands();
        try {
          for (const world of worldsInTurn()) {
            await become(shell, world);
            const now = await measure(shell, name, world);
            if (world.comfort.larger === 1) usually = { world, sizes: now };
            if (world.comfort.larger === 1.6 && usually !== null && isLike(usually.world, world))
              note(sizes, name, nameOfWorld(world), notGrown(usually.sizes, now));
          }
        } finally {
          goOn();
        }
        await become(shell, usual);
        note(kept, name, 'left', await whatStays(shell));
      }

      before(async function () {
        // Nothing takes that long: a machine may be very busy.
        this.timeout(600_000);
        await everyWay(beginning, fresh, lookAt);
      });

      it('the words are as large, the targets as wide and as far apart as old eyes and hands want', () =>
        expect(sizes).to.deep.equal({}));

      it('no name of a text, no empty blank and no untold Chinese is shown', () =>
        expect(words).to.deep.equal({}));

      it('those who listen hear the heading, and nothing breaks a rule of theirs', () =>
        expect(heard).to.deep.equal({}));

      it('one thing is asked, nothing is to be scrolled or pulled down, and every button is seen', () =>
        expect(simple).to.deep.equal({}));

      it('a name is kept no longer than who it is, in sight, in the browser, or as sound', () =>
        expect(kept).to.deep.equal({}));

      it('the buttons of the bar stand where they stand on the others', () => expect(bar).to.deep.equal({}));
    });
  }
});
