import { readText, writeText } from '../../../app/local-texts.ts';
import { otherLocale, setLocale } from '../../../i18n/index.ts';
import type { RowOf } from '../../../kernel/rows.ts';

type Language = RowOf<'deviceConfig'>['locale'];

const languages: readonly Language[] = ['zh-CN', 'en'];
/** What nobody has been named for is said before anybody signs in. */
const keyOf = (accountId: string | null): string => `leling:language:${accountId ?? ''}`;
const chosenBy = (accountId: string | null): Language | undefined =>
  languages.find((one) => one === readText(keyOf(accountId)));

/** Speaks as somebody has chosen on this console, else as was chosen before a sign-in; where nobody has, as is asked. */
export function speakAsChosen(accountId: string | null, otherwise?: Language): void {
  const wanted = chosenBy(accountId) ?? chosenBy(null) ?? otherwise;
  if (wanted !== undefined) void setLocale(wanted);
}

/** Changes to the other language, and keeps to it when the console is opened again. */
export async function turnLanguage(accountId: string | null): Promise<void> {
  const wanted = otherLocale();
  if (await setLocale(wanted)) writeText(keyOf(accountId), wanted);
}
