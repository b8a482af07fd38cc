import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  advise,
  ageBands,
  judge,
  questionsLeft,
  withAnswer,
  withoutLast,
} from '../../../../src/features/policies/model/advice.ts';
import { checkPolicy, type Policy } from '../../../../src/features/policies/model/policy.ts';
import {
  choiceQuestions,
  choicesOf,
  questions,
  type Answers,
  type Question,
  type Reply,
} from '../../../../src/features/policies/model/questions.ts';
import { holds, readRule, type Condition, type Rule } from '../../../../src/features/policies/model/rule.ts';
import { sampleOf } from '../../../support/sample.ts';

const TODAY = '2026-11-22';
const [sample] = sampleOf('policy');
assert.ok(sample);
const policy = (more: Partial<Policy>): Policy => ({ ...sample, kind: 'service', expiresOn: null, ...more });

/** What a person is, whether anybody has asked or not. */
type Person = ReadonlyMap<Question, Reply>;

const anyCondition: fc.Arbitrary<Condition> = fc.oneof(
  fc
    .tuple(
      fc.option(fc.constantFrom(60, 65, 70, 80, 90)),
      fc.option(fc.constantFrom(65, 80, 95)),
      fc.boolean(),
    )
    .map(([from, below, not]) => ({ question: 'age' as const, from, below, not })),
  fc
    .constantFrom(...choiceQuestions)
    .chain((question) =>
      fc
        .tuple(fc.subarray([...choicesOf(question)], { minLength: 1 }), fc.boolean())
        .map(([is, not]) => ({ question, is, not })),
    ),
);
const anyRule: fc.Arbitrary<Rule> = fc
  .array(
    fc.array(anyCondition, { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
    { maxLength: 4 },
  )
  .map((lines) => ({ lines }));
const rules = fc.array(anyRule, { minLength: 1, maxLength: 4 });
const anyPerson = (of: readonly Rule[]): fc.Arbitrary<Person> =>
  fc
    .tuple(
      fc.constantFrom(...ageBands(of)),
      ...choiceQuestions.map((question) => fc.constantFrom(...choicesOf(question))),
    )
    .map(([age, ...rest]) => new Map<Question, Reply>([['age', age], ...pairs(rest)]));
const pairs = (replies: readonly Reply[]): [Question, Reply][] =>
  choiceQuestions.flatMap((question, i) => {
    const reply = replies[i];
    return reply === undefined ? [] : [[question, reply]];
  });
const only = (person: Person, some: readonly Question[], unsure: readonly Question[] = []): Answers =>
  new Map<Question, Reply>(
    [...person]
      .filter(([question]) => some.includes(question))
      .map(([question, reply]) => [question, unsure.includes(question) ? 'unsure' : reply]),
  );
const someQuestions = fc.subarray([...questions]);
/** Rules, a person, the questions that were answered, and those of them that the person was not sure of. */
const interview = rules.chain((of) =>
  fc.record({ of: fc.constant(of), person: anyPerson(of), asked: someQuestions, unsure: someQuestions }),
);

describe("the advisor's questions", () => {
  it('end as the whole truth does: what is skipped could have changed nothing', () => {
    fc.assert(
      fc.property(
        rules.chain((of) => fc.tuple(fc.constant(of), anyPerson(of))),
        ([of, person]) => {
          let answers: Answers = new Map();
          for (let asked = 0; ; asked += 1) {
            assert.ok(asked <= questions.length);
            const [next] = questionsLeft(of, answers);
            if (next === undefined) break;
            const reply = person.get(next);
            assert.ok(reply !== undefined);
            answers = withAnswer(answers, next, reply);
          }
          for (const rule of of)
            assert.equal(judge(rule, answers).is === 'match', judge(rule, person).is === 'match');
        },
      ),
    );
  });

  it('never ask what cannot matter: each one asked changes some verdict by one of its answers', () => {
    fc.assert(
      fc.property(interview, ({ of, person, asked, unsure }) => {
        const answers = only(person, asked, unsure);
        for (const question of questionsLeft(of, answers)) {
          assert.ok(!answers.has(question));
          const replies: readonly Reply[] = question === 'age' ? ageBands(of) : choicesOf(question);
          const outcomes = replies.map((reply) =>
            JSON.stringify(of.map((rule) => judge(rule, withAnswer(answers, question, reply)))),
          );
          const before = JSON.stringify(of.map((rule) => judge(rule, answers)));
          assert.ok(outcomes.some((one) => one !== before));
        }
      }),
    );
  });

  it('say “can apply” only where everything that is asked for was answered so', () => {
    fc.assert(
      fc.property(interview, ({ of, person, asked, unsure }) => {
        const answers = only(person, asked, unsure);
        for (const rule of of) {
          if (judge(rule, answers).is !== 'match') continue;
          for (const { any } of rule.lines)
            assert.ok(any.some((one) => holds(one, answers) === 'yes' && holds(one, person) === 'yes'));
        }
      }),
    );
  });

  it('take nothing back: a further answer makes of a yes no no, and of a no no yes', () => {
    fc.assert(
      fc.property(interview, someQuestions, ({ of, person, asked }, more) => {
        const before = only(person, asked);
        const after = only(person, [...asked, ...more]);
        for (const rule of of) {
          if (judge(rule, before).is === 'match') assert.equal(judge(rule, after).is, 'match');
          if (['no', 'nearly'].includes(judge(rule, before).is))
            assert.notEqual(judge(rule, after).is, 'match');
        }
      }),
    );
  });

  it('explain themselves truly: each reason given holds, the one that is missing does not, and none is left out', () => {
    fc.assert(
      fc.property(interview, ({ of, person, asked, unsure }) => {
        const answers = only(person, asked, unsure);
        for (const rule of of) {
          const verdict = judge(rule, answers);
          if (verdict.is === 'no' || verdict.is === 'ask') continue;
          for (const { any } of verdict.because) {
            assert.ok(any.length > 0);
            for (const one of any) assert.equal(holds(one, answers), 'yes');
          }
          if (verdict.is === 'nearly')
            for (const one of verdict.missing.any) assert.equal(holds(one, answers), 'no');
          const others = verdict.is === 'maybe' ? verdict.unknown.length : verdict.is === 'nearly' ? 1 : 0;
          assert.equal(verdict.because.length + others, rule.lines.length);
        }
      }),
    );
  });

  it('offer ages that every rule can tell apart, from the youngest to no end, without a gap', () => {
    fc.assert(
      fc.property(rules, (of) => {
        const bands = ageBands(of);
        assert.equal(bands[0]?.from, 0);
        assert.equal(bands.at(-1)?.below, null);
        bands.forEach((band, i) => assert.equal(band.below, bands[i + 1]?.from ?? null));
        for (const condition of of.flatMap(({ lines }) => lines.flatMap(({ any }) => any)))
          if (condition.question === 'age')
            for (const band of bands) assert.notEqual(holds(condition, new Map([['age', band]])), 'unknown');
      }),
    );
  });

  it('go back to the one before, whose answer is forgotten and nothing else', () => {
    const answers = withAnswer(withAnswer(new Map(), 'living', 'livesAlone'), 'stairs', 'stairsHard');
    const back = withoutLast(answers);
    assert.equal(back?.question, 'stairs');
    assert.deepEqual([...(back?.answers ?? [])], [['living', 'livesAlone']]);
    assert.equal(withoutLast(new Map()), null);
  });
});

describe('a rule that nobody here can read', () => {
  const lines = [{ any: [{ question: 'age', from: 80, below: null }] }];
  const unreadable: readonly unknown[] = [
    { lines: [{ any: [{ question: 'moonPhase', is: ['full'] }] }] },
    { lines: [{ any: [{ question: 'living', is: ['onTheMoon'] }] }] },
    { lines: [{ any: [{ question: 'living', is: ['stairsHard'] }] }] },
    { lines: [{ any: [{ question: 'age', from: '80', below: null }] }] },
    { lines: [{ any: [] }] },
    { lines, unless: [{ question: 'living', is: ['livesAlone'] }] },
    { lines: [{ ...lines[0], weight: 2 }] },
    { lines: 'all' },
    'everybody',
    7,
  ];

  it('leads to the advisor, never to “you can apply”, nor to a page that does not come', () => {
    for (const rule of unreadable) {
      assert.equal(readRule(rule), null, JSON.stringify(rule));
      // As it comes over the wire from a hub of a newer build, which no type has seen.
      const row: Policy = JSON.parse(JSON.stringify({ ...policy({}), rule }));
      const [advice] = advise([row], new Map(), TODAY);
      assert.deepEqual([advice?.is, advice?.is === 'ask' && advice.why], ['ask', 'not-understood']);
      assert.deepEqual(
        checkPolicy(row).map(({ field }) => field),
        ['rule'],
      );
    }
  });

  it('does the same with whatever else stands there', () => {
    fc.assert(
      fc.property(
        fc.jsonValue(),
        (value) => readRule(value) === null || Array.isArray(readRule(value)?.lines),
      ),
    );
  });

  it('is not said of a benefit without one: the questions say nothing about it', () => {
    assert.deepEqual(advise([policy({ rule: null })], new Map(), TODAY), []);
  });
});

describe('advice', () => {
  const rule: Rule = { lines: [] };

  it('names the money first', () => {
    const found = advise([policy({ rule }), policy({ rule, kind: 'money' })], new Map(), TODAY);
    assert.deepEqual(
      found.map((one) => one.policy.kind),
      ['money', 'service'],
    );
  });

  it('promises nothing of a benefit whose day is past, or may be', () => {
    for (const today of ['2027-01-01', null])
      assert.equal(advise([policy({ rule, expiresOn: '2026-12-31' })], new Map(), today)[0]?.is, 'ask');
  });
});
