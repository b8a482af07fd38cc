import type zhCN from '../../locales/zh-CN.json';
import texts from '../../locales/zh-CN.json?only=healed' with { type: 'json' };
import { t } from './index.ts';
import { addTexts } from './texts.ts';
import { chinese } from './translate.ts';

// They come along on whichever face says them.
addTexts(chinese, texts);

/** What was healed, for a person without any knowledge of computers; a word of a newer build's is told in general. */
export const healedWords = (kind: string): string => t(`healed.${isKnown(kind) ? kind : 'other'}`);

const isKnown = (kind: string): kind is keyof typeof zhCN.healed => chinese.has(`healed.${kind}`);
