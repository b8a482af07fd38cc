import { expect } from 'chai';
import zhCN from '../../locales/zh-CN.json' with { type: 'json' };
import { t } from '../../src/i18n/index.ts';
import { engineFor } from '../../src/i18n/other-language.ts';
import { addTexts, plainSay, type Texts } from '../../src/i18n/texts.ts';
import { setLocale } from '../../src/i18n/translate.ts';

const table = new Map<string, string>();
addTexts(table, zhCN);
const say = plainSay(table);

/** Every key with its text. */
function* all(texts: Texts, path = ''): Generator<readonly [string, string]> {
  for (const [key, value] of Object.entries(texts)) {
    if (typeof value === 'string') yield [path + key, value];
    else yield* all(value, `${path}${key}.`);
  }
}

describe('texts in the source language', () => {
  afterEach(() => setLocale('zh-CN'));

  it('are what i18next would say, every one of them, filled in and counted', () => {
    const engine = engineFor('zh-CN', zhCN);
    for (const [key, text] of all(zhCN)) {
      const names = Array.from(text.matchAll(/\{\{(\w+)\}\}/g), (match) => match[1] ?? '');
      const params = Object.fromEntries(names.map((name, i) => [name, name === 'count' ? 3 : `<${i}&>`]));
      const asked = key.replace(/_other$/, '');
      if (names.length === 0) expect(say(asked), key).to.equal(engine.t(asked));
      else expect(say(asked, params), key).to.equal(engine.t(asked, params));
    }
  });

  it('show the key where there is no text, so that it is found', () => {
    expect(say('kiosk.no.such.text')).to.equal('kiosk.no.such.text');
  });

  it('give way to another language and come back', async () => {
    const chinese = t('common.soldOut');
    expect(await setLocale('en')).to.equal(true);
    expect(t('common.soldOut')).to.not.equal(chinese);
    expect(document.documentElement.lang).to.equal('en');
    await setLocale('zh-CN');
    expect(t('common.soldOut')).to.equal(chinese);
  });
});
