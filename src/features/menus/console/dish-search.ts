import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Readings } from '../../../kernel/typed-words.ts';
import { t } from '../../../i18n/index.ts';
import { byUse, dishFinder } from '../model/find-dishes.ts';
import type { Dish } from '../model/menu.ts';
import { tagsOf } from '../words/dish-terms.ts';

const compare = new Intl.Collator('zh-CN').compare;
const noReadings: Readings = () => [];

/** Finds among a kitchen's dishes; made anew only where they, or what is known of characters, are others. */
export class DishSearch implements ReactiveController {
  #readings = noReadings;
  #made: {
    readonly of: readonly Dish[];
    readonly by: Readings;
    readonly find: (typed: string) => readonly Dish[];
  } | null = null;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostConnected(): void {
    // Without the table words are found still, only pinyin is not.
    import('../../../app/readings.ts').then(
      ({ readings }) => {
        this.#readings = readings;
        this.host.requestUpdate();
      },
      () => undefined,
    );
  }

  /** The dishes in which all that is typed is found; what is cooked most first, what is cooked no more last. */
  find(dishes: readonly Dish[], uses: ReadonlyMap<string, number>, typed: string): readonly Dish[] {
    if (this.#made?.of !== dishes || this.#made.by !== this.#readings) {
      const tagWords = (dish: Dish) => tagsOf(dish).map((tag) => t(`common.tag.${tag}`));
      const find = dishFinder(byUse(dishes, uses, compare), this.#readings, tagWords);
      this.#made = { of: dishes, by: this.#readings, find };
    }
    return this.#made.find(typed);
  }
}
