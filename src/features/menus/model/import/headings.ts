import type { SheetCell } from '../../../../kernel/workbook.ts';
import { narrow } from './day-words.ts';

/** What a column of a list holds. */
export type Role = 'day' | 'meal' | 'dish' | 'price' | 'small' | 'unit' | 'other' | 'category';

const words: readonly (readonly [Role, RegExp])[] = [
  [
    'dish',
    /^(菜名|菜品|菜品名称|菜肴|菜肴名称|菜式|菜单|菜谱|食谱|名称|品名|菜|食品|食品名称|主副食|dish|name)$/i,
  ],
  ['small', /^(小份|小份价格?|小份单价|半份|半份价格?)$/],
  ['price', /^(价格|单价|售价|价钱|价|金额|定价|大份|大份价格?|价位|price)$/i],
  ['unit', /^(单位|计价单位|unit)$/i],
  ['meal', /^(餐次|餐别|餐|餐类|用餐|时段|meal)$/i],
  ['day', /^(日期|星期|周|周次|日|天|用餐日期|供餐日期|供应日期|时间|日期星期|星期日期|date|day)$/i],
  [
    'other',
    /^(备注|说明|序号|编号|类别|分类|种类|品种|热量|成本|毛利|数量|份数|负责人|厨师|制作人|过敏原|营养)$/,
  ],
  [
    'category',
    /^(主食|主菜|副食|荤菜|大荤|小荤|半荤|全荤|素菜|凉菜|冷菜|热菜|汤|汤品|汤羹|汤粥|点心|面点|水果|小菜|甜品|饮品|特色菜|荤|素)\d?$/,
  ],
];

/** What a heading says that its column holds; null where it is no heading that is known. */
export function roleOf({ text }: SheetCell): Role | null {
  const heading = narrow(text)
    .replace(/[([【].*?[)\]】]/g, '')
    .replace(/[\s/:：]/g, '');
  return words.find(([, names]) => names.test(heading))?.[0] ?? null;
}
