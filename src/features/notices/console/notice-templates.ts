import { locale } from '../../../i18n/index.ts';
import { readyText } from '../../../i18n/notice-texts.ts';
import type { Words } from './notice-field.ts';

/** What a house has to say again and again, the most frequent first; each how urgent it is and how long it stays. */
const templates = {
  water: { level: 'urgent', stay: 'today' },
  power: { level: 'urgent', stay: 'today' },
  noMeal: { level: 'urgent', stay: 'today' },
  talk: { level: 'normal', stay: 'today' },
  lift: { level: 'urgent', stay: 'today' },
  closed: { level: 'normal', stay: 'week' },
  typhoon: { level: 'urgent', stay: 'tomorrow' },
  heat: { level: 'normal', stay: 'today' },
  drill: { level: 'urgent', stay: 'today' },
} as const;

type TemplateName = keyof typeof templates;
export const templateNames: readonly TemplateName[] = [
  'water',
  'power',
  'noMeal',
  'talk',
  'lift',
  'closed',
  'typhoon',
  'heat',
  'drill',
];

export const templateNamed = (name: string): TemplateName | undefined =>
  templateNames.find((one) => one === name);

/** What it is called, in the page's language. */
export const templateTitle = (name: TemplateName): string =>
  readyText(`noticeTemplates.${name}.name`, locale());

/** Its words in both languages, and the rest of it. */
export function templateOf(name: TemplateName) {
  const words: Words = {
    title: readyText(`noticeTemplates.${name}.title`, 'zh-CN'),
    body: readyText(`noticeTemplates.${name}.body`, 'zh-CN'),
    titleEn: readyText(`noticeTemplates.${name}.title`, 'en'),
    bodyEn: readyText(`noticeTemplates.${name}.body`, 'en'),
  };
  return { ...templates[name], words };
}

/** Whether words still have a place in them that waits to be filled in. */
export const hasBlank = (words: Words): boolean =>
  Object.values(words).some((text: string) => text.includes('__'));
