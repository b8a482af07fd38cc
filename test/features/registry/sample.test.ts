import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { before, describe, it } from 'node:test';
import { Ajv } from 'ajv';
import type { TSchema } from 'typebox';
import { sessionsOfWeek } from '../../../src/features/classes/model/sessions.ts';
import { checkProgramme } from '../../../src/features/exercise/model/check-programme.ts';
import { id } from '../../../src/kernel/ids.ts';
import { checkMenuDraft } from '../../../src/features/menus/model/check-menu.ts';
import { maskName } from '../../../src/features/members/model/masking.ts';
import { checkPolicy } from '../../../src/features/policies/model/policy.ts';
import { readRule } from '../../../src/features/policies/model/rule.ts';
import { rowSchemas } from '../../../src/features/schemas.ts';
import type { Kind, RowOf } from '../../../src/kernel/rows.ts';
import { dailyWork } from '../../../src/hub/ops/daily/daily.ts';
import { configSchemas } from '../../../src/hub/ops/config/editor-schemas.ts';
import { renewSample, seedSample } from '../../../src/hub/ops/sample/seed.ts';
import { CENTRE, House, NOW, TODAY } from '../../support/house.ts';
import { hubOfRows } from '../../support/hub-of-rows.ts';

const video: RowOf<'media'> = {
  id: id('a'.repeat(64)),
  title: '八段锦',
  mime: 'video/mp4',
  sizeBytes: 1,
  durationMs: 237_400,
  chunks: ['b'.repeat(64)],
  addedAtMs: NOW,
};
/** The categories as the guideline names them. */
const guidelineCategories: Readonly<Record<RowOf<'policy'>['category'], string>> = {
  care: '专业照护',
  meals: '助餐服务',
  medical: '医养结合',
  health: '健康促进',
  smart: '智能服务',
  family: '家庭支持',
  advisor: '养老顾问',
  spirit: '精神文化',
};
const house = new House();
const sync = hubOfRows(house, NOW);
const text = (path: string): Promise<string> =>
  readFile(new URL(`../../../${path}`, import.meta.url), 'utf8');
const records = (csv: string): string[][] =>
  csv
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','));
const valid = (schema: TSchema, values: readonly unknown[]): void => {
  const check = new Ajv({ strict: false, allErrors: true }).compile(schema);
  for (const value of values) assert.ok(check(value), JSON.stringify([check.errors, value]));
};

/** The row that the first build sowed. */
async function firstRound(): Promise<RowOf<'programme'>> {
  const row = JSON.parse(await text('test/features/registry/first-baduanjin.json'));
  return { ...row, video: video.id };
}

before(async () => {
  await seedSample(sync, { nowMs: NOW, media: { video, poster: null } });
  await dailyWork(sync, CENTRE);
});

describe('the sample centre', () => {
  it('is made of rows that satisfy their schemas', () => {
    const where: readonly (readonly [bucket: string, kinds: readonly Kind[]])[] = [
      ['city', ['policy', 'place', 'programme', 'calendarDay']],
      ['centre:sample', ['dish', 'menu', 'course', 'schedule', 'media']],
      ['staff:sample', ['account', 'menuPlan']],
      ['people:sample', ['member']],
      ['kiosk:sample', ['roster']],
    ];
    for (const [bucket, kinds] of where) {
      for (const kind of kinds) {
        const rows = house.list(bucket, kind);
        assert.ok(rows.length > 0, kind);
        valid(rowSchemas[kind], rows);
      }
    }
  });

  it('is not sown twice', async () => {
    const course = house.list('centre:sample', 'course')[0];
    assert.ok(course);
    house.set('centre:sample', 'course', course.id, { ...course, name: '改过的' });
    assert.equal(await seedSample(sync, { nowMs: NOW, media: { video, poster: null } }), false);
    assert.equal(house.get('centre:sample', 'course', course.id)?.name, '改过的');
    house.set('centre:sample', 'course', course.id, course);
  });

  it('brings a hub of the first build the round of twelve minutes, unless somebody has changed the old one', async () => {
    const media = { video, poster: null, music: { ...video, id: id<'MediaHash'>('c'.repeat(64)) } };
    const deps = { nowMs: NOW, media, centreId: CENTRE };
    const old = await firstRound();
    const upgraded = async (standing: RowOf<'programme'>): Promise<House> => {
      const hub = new House();
      hub.set('city', 'programme', standing.id, standing);
      await renewSample(hubOfRows(hub, NOW), deps);
      return hub;
    };
    const renewed = await upgraded(old);
    const round = renewed.get('city', 'programme', old.id);
    assert.ok(round && round.durationMs > 12 * 60_000 && round.durationMs < 13 * 60_000);
    assert.deepEqual(round.coach, { kind: 'baduanjin', seated: false });
    assert.equal(renewed.list('city', 'programme').length, 3);
    assert.ok(renewed.get('centre:sample', 'media', media.music.id), 'its music came along');
    assert.equal(await renewSample(hubOfRows(renewed, NOW), deps), false, 'once');

    const own = { ...old, title: '我们的八段锦' };
    assert.deepEqual((await upgraded(own)).list('city', 'programme'), [own]);
  });

  it('comes with the round standing, sitting and for the hands, each in its own time and with cues to be read at a look', () => {
    const programmes = house.list('city', 'programme');
    assert.deepEqual(programmes.map(({ title }) => title).sort(), [
      '八段锦（坐式）',
      '八段锦（站式）',
      '手指操',
    ]);
    for (const programme of programmes) assert.deepEqual(checkProgramme(programme), [], programme.id);
    for (const { id: key, durationMs, forms } of programmes.filter(
      ({ coach }) => coach?.kind === 'baduanjin',
    )) {
      assert.ok(durationMs >= 12 * 60_000 && durationMs <= 13 * 60_000, key);
      const times = forms.map(({ beats }) => Math.max(...beats.map(({ count }) => count)));
      assert.deepEqual(times, [0, 6, 6, 6, 6, 6, 6, 6, 7, 0], key);
    }
  });

  it('cooks 45 dishes or more, and each one is on some day of the plan', () => {
    const dishes = house.list('centre:sample', 'dish').map((dish) => dish.id);
    assert.ok(dishes.length >= 45);
    const planned = house
      .list('staff:sample', 'menuPlan')[0]
      ?.days.flatMap((day) => day.flatMap((meal) => meal.dishIds));
    const missing = dishes.filter((dish) => planned?.includes(dish) !== true);
    assert.deepEqual(missing, []);
    for (const dish of planned ?? []) assert.ok(dishes.includes(dish), dish);
  });

  it('has three menus a day for two weeks; lunch has 4 to 6 dishes, free rice and a set meal', () => {
    const menus = house.list('centre:sample', 'menu');
    assert.equal(menus.length, 42);
    for (const menu of menus) assert.deepEqual(checkMenuDraft(menu), [], menu.id);
    for (const menu of menus.filter((one) => one.meal === 'lunch')) {
      assert.ok(menu.items.length >= 4 && menu.items.length <= 6, menu.id);
      assert.ok(menu.items.some((item) => item.drawing === 'rice' && item.priceFen === null));
      assert.ok(menu.set !== null);
    }
  });

  it("serves today what the centres' own reports name", () => {
    const lunch = house.get('centre:sample', 'menu', `${TODAY}.lunch.main`);
    assert.deepEqual(
      lunch?.items.map((item) => item.name),
      ['五花肉烩苋菜', '番茄炒蛋', '干锅菜花', '清蒸鲈鱼', '杂粮米饭'],
    );
  });

  it('meets for Baduanjin every day at 10:40, holidays too', () => {
    const courses = house.list('centre:sample', 'course');
    for (const { sessions } of sessionsOfWeek(courses, [], '2027-02-06', () => true)) {
      const baduanjin = sessions.find((session) => session.course.id === 'baduanjin');
      assert.deepEqual([baduanjin?.startMinute, baduanjin?.room], [640, '二楼活动室']);
      assert.equal(baduanjin?.course.programmeId, 'baduanjin-standing');
    }
  });

  it('explains each of the 20 services once, under its category, with its source', async () => {
    const services = records(await text('test/features/registry/guideline-services.csv'));
    const policies = house.list('city', 'policy').filter(({ kind }) => kind === 'service');
    assert.equal(services.length, 20);
    const tally = (names: readonly string[]) => [...names].sort();
    assert.deepEqual(
      tally(policies.map((policy) => guidelineCategories[policy.category])),
      tally(services.map(([category]) => category ?? '')),
    );
    for (const policy of policies) {
      assert.deepEqual(checkPolicy(policy), []);
      assert.equal(policy.source, `内民政发〔2021〕52号 4.2 ${guidelineCategories[policy.category]}`);
    }
  });

  it('knows the money that elders ask for first, with sums that say they are an example', () => {
    const money = house.list('city', 'policy').filter(({ kind }) => kind === 'money');
    const titles = money.map(({ title }) => title).join(' ');
    for (const asked of [
      '高龄津贴',
      '低保',
      '特困',
      '长护险',
      '助餐补贴',
      '养老服务补贴',
      '适老化改造',
      '残疾人',
    ])
      assert.ok(titles.includes(asked), asked);
    for (const policy of money) {
      assert.ok(policy.example === true && (policy.amounts ?? []).length > 0, policy.id);
      assert.deepEqual(checkPolicy(policy), []);
    }
  });

  it('says every benefit in English too, line by line, and who may have it as a rule that can be read', () => {
    for (const policy of house.list('city', 'policy')) {
      for (const field of ['title', 'summary', 'where', 'hours'] as const)
        assert.ok((policy[`${field}En`] ?? '') !== '', `${policy.id} ${field}`);
      for (const field of ['body', 'who', 'papers'] as const)
        assert.equal(policy[`${field}En`]?.length, policy[field].length, `${policy.id} ${field}`);
      for (const { wordsEn } of policy.amounts ?? []) assert.ok((wordsEn ?? '') !== '', policy.id);
      assert.notEqual(readRule(policy.rule), null, policy.id);
      for (const { words, wordsEn } of policy.rule?.lines ?? [])
        assert.equal((words ?? '') === '', (wordsEn ?? '') === '', policy.id);
    }
  });

  it('lists the 45 centres of the directory and leaves empty what the document does not state', () => {
    const places = house.list('city', 'place');
    assert.equal(places.length, 45);
    assert.ok(places.some((place) => place.region === null));
    assert.ok(places.every((place) => place.name !== '' && place.services.length > 0));
  });

  it('has 120 members with numbers nobody has, a few of whom share a tail, have none, a landline, a card or a neighbour', () => {
    const members = house.list('people:sample', 'member');
    const roster = house.list('kiosk:sample', 'roster');
    assert.equal(members.length, 120);
    assert.ok(members.every(({ phone }) => phone === null || /^(1000000|0471-0000)/.test(phone)));
    const sharing = roster.filter(
      (one) => roster.filter((other) => other.phoneTail === one.phoneTail).length > 1,
    );
    assert.ok(members.some(({ phone }) => phone?.startsWith('0471')));
    assert.ok(roster.some((one) => one.card !== null) && roster.some((one) => one.pairedWith !== undefined));
    assert.ok(sharing.length >= 4 && sharing.length <= 12, `${sharing.length}`);
    assert.ok(roster.some((entry, i) => entry.maskedName !== maskName(members[i]?.name ?? '')));
    assert.ok(roster.some((entry) => /^(欧阳|司马|上官|诸葛)/.test(entry.maskedName)));
  });

  it("follows its film: the programme's forms are in order and inside it", () => {
    const programme = house.list('city', 'programme')[0];
    assert.ok(programme);
    assert.deepEqual(checkProgramme(programme), []);
    assert.equal(programme.forms.length, 10);
  });
});

describe('kiosk-config', () => {
  it('is right by its own schemas', async () => {
    const files = {
      'centre.json': 'centre',
      'lobby-kiosk.json': 'device',
      'dining-hall.json': 'device',
      'exercise-room.json': 'device',
    };
    for (const [file, kind] of Object.entries(files)) {
      const schema = JSON.parse(await text(`kiosk-config/${kind}.schema.json`));
      valid(schema, [JSON.parse(await text(`kiosk-config/${file}`))]);
    }
  });

  it('has schema files as the domain has them today', async () => {
    for (const [name, schema] of Object.entries(configSchemas())) {
      const file = JSON.parse(await text(`kiosk-config/${name}`));
      assert.deepEqual(
        file,
        schema,
        `run src/hub/ops/config/write-editor-schemas.ts: ${name} is out of date`,
      );
    }
  });

  it('names devices that the schedules and the timetable know', () => {
    const schedules = house.list('centre:sample', 'schedule').map((schedule) => schedule.id);
    assert.deepEqual(schedules, ['dining-hall', 'exercise-room']);
  });
});
