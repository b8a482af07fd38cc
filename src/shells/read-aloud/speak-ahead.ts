import { allergenWords, priceWords } from '../../features/menus/words/dish-words.ts';
import { dishSpeech } from '../../features/menus/words/dish-speech.ts';
import { sentencesIn } from '../../i18n/sentences.ts';
import { spoken } from '../../i18n/spoken.ts';
import { addTexts } from '../../i18n/texts.ts';
import { chinese, locale } from '../../i18n/translate.ts';
import { momentOf, type CivilDate } from '../../kernel/time.ts';
import type { LocalStore, View } from '../../protocol/client/api.ts';
import type { HubVoice } from '../../store/speech/hub-voice.ts';

interface Spoken {
  readonly 'zh-CN': readonly string[];
  readonly en: readonly string[];
}

/** What comes first is at hand first, and where there is no room for all, what comes last is not. */
interface Written {
  readonly today: Spoken;
  readonly articles: Spoken;
}

const NOTHING: Spoken = { 'zh-CN': [], en: [] };
const LANGUAGES = ['zh-CN', 'en'] as const;
const HAN = /\p{Script=Han}/u;
const SECTIONS = /^(?:kiosk|kioskPages|common)\./;
/** New texts have their sound within a minute; what could not be had is wanted again after as long. */
const LOOK_EACH_MS = 20_000;

/**
 * Has what the kiosk's pages say at hand as sound before anybody asks for it, in both languages, so that it is heard
 * without the hub too: the pages' own words, today's menu and those to come, and what centre and city have written. It
 * stands back while somebody uses the glass.
 * @returns the disposer
 */
export function speakAhead(store: LocalStore, voice: HubVoice, isFree: () => boolean): () => void {
  let written: Written = { today: NOTHING, articles: NOTHING };
  let fresh = false;
  let working = false;
  const work = async (): Promise<void> => {
    if (!fresh || working || !isFree()) return;
    working = true;
    fresh = false;
    try {
      const parts = [await pagesOwn(), written.today, written.articles].flatMap((part) =>
        LANGUAGES.map((language) => ({
          texts: part[language].flatMap(sentencesOf).map((text) => spoken(text, language)),
          manner: { language, pace: 'normal' } as const,
        })),
      );
      voice.wants(parts);
      // What is written meanwhile may come before what is still to be fetched.
      for (const { texts, manner } of parts)
        if (!(await voice.ahead(texts, manner, () => isFree() && !fresh))) fresh = true;
    } catch {
      // The words of the other language could not be had: next time.
      fresh = true;
    } finally {
      working = false;
    }
  };
  const stop = store.watch(
    (view) => writtenTexts(view, momentOf(store.time(), store.utcOffsetMinutes)?.date ?? null),
    (texts) => {
      written = texts;
      fresh = true;
    },
    () => undefined,
  );
  const timer = setInterval(() => void work(), LOOK_EACH_MS);
  return () => {
    stop();
    clearInterval(timer);
  };
}

const sentencesOf = (text: string): readonly string[] =>
  sentencesIn(text).map(({ start, end }) => text.slice(start, end));

/** What people have written, the nearest menu first; on a day that nobody knows all that are here. */
async function writtenTexts(view: View, today: CivilDate | null): Promise<Written> {
  const menus = (await view.list('centre', 'menu'))
    .filter(({ date }) => today === null || date >= today)
    .sort((a, b) => (a.date < b.date ? -1 : 1));
  const texts = { 'zh-CN': [] as string[], en: [] as string[] };
  for (const menu of menus) {
    for (const item of menu.items) {
      const { figure, unit } = priceWords(item);
      const price = figure === null ? unit : `${figure} ${unit}`;
      texts[locale()].push(price, allergenWords(item) ?? '', dishSpeech(item) ?? '');
    }
    collect(menu, '', texts);
  }
  for (const row of await view.list('centre', 'course')) collect(row, '', texts);
  const articles = { 'zh-CN': [] as string[], en: [] as string[] };
  for (const row of await view.list('city', 'policy')) collect(row, '', articles);
  return { today: texts, articles };
}

/** Whatever in a row is words: Chinese by its letters, English by its field's name. */
function collect(value: unknown, field: string, texts: { 'zh-CN': string[]; en: string[] }): void {
  if (typeof value === 'string') {
    if (HAN.test(value)) texts['zh-CN'].push(value);
    else if (field.endsWith('En')) texts.en.push(value);
  } else if (Array.isArray(value)) for (const one of value) collect(one, field, texts);
  else if (typeof value === 'object' && value !== null)
    for (const [name, one] of Object.entries(value))
      // Said on a page within a sentence, not by itself.
      if (!name.startsWith('ingredients')) collect(one, name, texts);
}

/** The pages' headings, buttons and sentences, but for those that something is filled into. */
async function pagesOwn(): Promise<Spoken> {
  const english = new Map<string, string>();
  addTexts(english, (await import('../../../locales/en.json', { with: { type: 'json' } })).default);
  const plain = (table: ReadonlyMap<string, string>): readonly string[] =>
    [...table].flatMap(([key, text]) => (SECTIONS.test(key) && !text.includes('{{') ? [text] : []));
  return { 'zh-CN': plain(chinese), en: plain(english) };
}
