import type { Menu } from '../../src/features/menus/model/menu.ts';

/** The same menu as a hub writes it that knows a tag, an allergen and a unit more than this build does. */
export const asWrittenByNewerHub = (menu: Menu): Menu => ({
  ...menu,
  items: menu.items.map((item) => ({
    ...item,
    ...JSON.parse(
      JSON.stringify({
        tags: [...item.tags, 'organic'],
        allergens: [...item.allergens, 'celery', 'lupin'],
        unit: 'plate',
      }),
    ),
  })),
});
