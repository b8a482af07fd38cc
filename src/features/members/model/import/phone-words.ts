import { isPhone, plainPhone } from '../member-draft.ts';

/** The telephone numbers in a cell, in their order: several stand there with a mark or a line between. */
export function phonesIn(text: string): readonly string[] {
  const whole = plainPhone(text);
  if (isPhone(whole)) return [whole];
  return text
    .split(/[\n/、,，;；|]|\s{2,}|或/u)
    .map((part) => plainPhone(part.replace(/[^\d\s()（）+\-—–－０-９]/gu, '')))
    .filter(isPhone);
}
