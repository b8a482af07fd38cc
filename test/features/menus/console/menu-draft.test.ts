import { expect } from 'chai';
import {
  draftOf,
  isChanged,
  offerWritten,
  publishable,
  withoutLine,
} from '../../../../src/features/menus/console/menu-draft.ts';
import { dish, menuOf, today } from '../../../support/kiosk-centre.ts';

const english = { nameEn: "Today's set", textEn: 'One meat dish, two vegetable dishes' };
const base = {
  ...menuOf(today, 'lunch', [dish('番茄炒蛋'), dish('五花肉烩苋菜')]),
  set: { name: '今日套餐', priceFen: 1200, text: '一荤两素', ...english },
  noteEn: 'Free rice',
};

const published = (draft: Parameters<typeof publishable>[0]) => {
  const wanted = publishable(draft);
  if (!wanted.ok) throw new Error(JSON.stringify(wanted.error));
  return wanted.value;
};

describe('A menu that the kitchen writes anew', () => {
  it('keeps its English where the Chinese says what it did', () => {
    const draft = draftOf(base.id, base);
    expect(isChanged(draft)).to.equal(false);
    const { set, noteEn } = published(withoutLine(draft, 0));
    expect(set).to.include(english);
    expect(noteEn).to.equal('Free rice');
    const seen = offerWritten(draft);
    expect(seen.set, 'the board beside it is as the guests will see it').to.include(english);
    expect(seen.noteEn).to.equal('Free rice');
  });

  it('tells nobody in English what the Chinese no longer says', () => {
    const draft = { ...draftOf(base.id, base), note: '今天没有米饭' };
    const { set, noteEn } = published({
      ...draft,
      set: { name: '今日套餐', price: '12', text: '一荤一素' },
    });
    expect(noteEn).to.equal(undefined);
    expect(set).to.have.property('nameEn', english.nameEn);
    expect(set).not.to.have.property('textEn');
  });

  it('does not offer the set meal again that has run out', () => {
    const soldOut = { ...base, set: { ...base.set, soldOut: true } };
    const draft = draftOf(base.id, soldOut);
    expect(isChanged(draft)).to.equal(false);
    expect(published(withoutLine(draft, 0)).set).to.have.property('soldOut', true);
  });
});
