import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import en from '../../../../locales/en.json' with { type: 'json' };
import zh from '../../../../locales/zh-CN.json' with { type: 'json' };
import { exercise } from '../../../../src/features/exercise/model/noun.ts';

/** Every text below a key, with its path. */
const textsIn = (node: unknown, path: string): readonly (readonly [string, string])[] =>
  typeof node === 'string'
    ? [[path, node]]
    : Object.entries(Object(node)).flatMap(([key, below]) => textsIn(below, `${path}.${key}`));

describe('what staff read of an exercise', () => {
  it('says no film where the teacher is drawn: nobody looks for a video that is not there', () => {
    const changes = Object.values(exercise.words);
    for (const [locale, film] of [
      [zh, /视频/],
      [en, /video/i],
    ] as const) {
      const { change, run, refusals, glass, subject } = locale.staff;
      const all = [
        ...textsIn(change, 'staff.change').filter(([path]) => changes.some((one) => one === path)),
        ...textsIn(run, 'staff.run'),
        ['staff.glass.what.run', glass.what.run] as const,
        ['staff.subject.video', subject.video] as const,
        ['staff.refusals.why.notRunning', refusals.why.notRunning] as const,
        ['staff.refusals.why.noProgramme', refusals.why.noProgramme] as const,
      ];
      assert.ok(all.length > changes.length + 3);
      for (const [path, text] of all) assert.doesNotMatch(text, film, path);
    }
  });
});
