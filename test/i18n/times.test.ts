import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CORRECTED_WITHIN_DAYS } from '../../src/features/check-in/model/correct.mutation.ts';
import { DARK_MS, MARK_MS } from '../../src/features/devices/model/command.ts';
import { mutations, rowKinds } from '../../src/features/registry.ts';
import { KEPT } from '../../src/hub/ops/backup/kept.ts';
import { RENEW_MS } from '../../src/hub/ops/health/judge.ts';
import { PUT_BACK_MS } from '../../src/hub/media/sweep.ts';
import { LINK_LASTS_MS } from '../../src/hub/people/one-time-links.ts';
import type { MutationName } from '../../src/kernel/mutation.ts';
import en from '../../locales/en.json' with { type: 'json' };
import zh from '../../locales/zh-CN.json' with { type: 'json' };

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long what is asked waits for the hub before it is nobody's wish any more. */
function waits(name: MutationName): number {
  const { validFor } = mutations[name];
  assert.ok(validFor !== undefined, `${name} waits for ever`);
  return validFor.ms;
}

const audit = rowKinds.audit.in.audit;
const auditDays = audit !== undefined && audit.for === 'days' ? audit.days : NaN;

/** Texts that name a time which the product keeps, and how long that is. */
const TIMES: readonly (readonly [ms: number, ...texts: readonly string[]])[] = [
  [waits('device.command'), 'staff.devices.asked.unsent', 'staff.devices.asked.late'],
  [waits('run.start'), 'staff.run.away', 'staff.run.signedOut'],
  [waits('run.pause'), 'staff.run.unsent'],
  [waits('screen.push'), 'staff.push.unsent'],
  [waits('screen.unpush'), 'staff.push.endUnsent'],
  [waits('notice.alarm'), 'staff.alarm.unsent'],
  [MARK_MS, 'staff.devices.command.about.identify'],
  [DARK_MS, 'staff.devices.dark.about'],
  [PUT_BACK_MS, 'staff.media.latelyMeaning'],
  [LINK_LASTS_MS, 'staff.forgot.askManager', 'staff.forgot.startAgain'],
  [RENEW_MS, 'staff.hub.what.certificate-ends'],
  [auditDays * DAY, 'staff.log.hereOnly'],
  [KEPT * DAY, 'members.remove.backups', 'selfCheck.people.sealed_other'],
  [CORRECTED_WITHIN_DAYS * DAY, 'staff.roll.refused.tooOld'],
];

/** As people say it, in each language. */
const SAID: ReadonlyMap<number, readonly [zh: RegExp, en: RegExp]> = new Map([
  [MINUTE / 2, [/半分钟/, /\bhalf a minute/]],
  [2 * MINUTE, [/两分钟/, /\btwo minutes/]],
  [5 * MINUTE, [/五分钟/, /\bfive minutes/]],
  [12 * HOUR, [/十二小时/, /\btwelve hours/]],
  [DAY, [/24 小时/, /\b24 hours/]],
  [7 * DAY, [/ 7 天|一个?星期/, /\b7 days|\ba week/]],
  [14 * DAY, [/两周/, /\btwo weeks/]],
  [30 * DAY, [/一个月/, /\ba month/]],
]);

/** Times that nothing keeps, as what a person is asked to do; and those that stand in one file with what keeps them. */
const LOOSE: readonly string[] = [
  'pairing.otherHub.kiosk',
  'selfCheck.store.remedy',
  'staff.media.held.none',
  'staff.plan.begin',
  'staff.push.half',
  'staff.push.hour',
  'staff.records.answeredAtOnce',
  'staff.course.wrong.minutes',
  'staff.schedule.problem.seconds',
  'trouble.broken.remedy',
  'trouble.opening.remedy',
];

const texts = (locale: object, under = ''): readonly (readonly [key: string, text: string])[] =>
  Object.entries(locale).flatMap(([name, value]): readonly (readonly [string, string])[] => {
    const key = under === '' ? name : `${under}.${name}`;
    return typeof value === 'string' ? [[key, value]] : texts(Object(value), key);
  });
const chinese = new Map(texts(zh));
const english = new Map(texts(en));

describe('a time that a text names', () => {
  for (const [ms, ...keys] of TIMES)
    it(`is the one that is kept: ${keys.join(', ')}`, () => {
      const [inChinese, inEnglish] = SAID.get(ms) ?? [];
      assert.ok(inChinese !== undefined && inEnglish !== undefined, `nobody has said how ${ms} ms is called`);
      for (const key of keys) {
        assert.match(chinese.get(key) ?? '', inChinese, key);
        assert.match(english.get(key) ?? '', inEnglish, key);
      }
    });

  it('is known here, wherever it is named by a figure', () => {
    const known = new Set([...TIMES.flatMap(([, ...keys]) => keys), ...LOOSE]);
    const named = [...chinese].filter(([, text]) =>
      /(?:两|三|五|十二?|半|[1-9]\d*) ?个?(?:秒|分钟|小时|天|周|星期|月(?!\d|”))/.test(text),
    );
    assert.deepEqual(
      named.map(([key]) => key).filter((key) => !known.has(key) && !key.startsWith('common.month.')),
      [],
    );
  });
});
