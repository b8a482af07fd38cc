import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkProgramme } from '../../../../src/features/exercise/model/check-programme.ts';
import { programme } from '../../../support/model-rows.ts';

describe('a programme that is saved', () => {
  it('has a film or a teacher to be drawn, else elders would look at words alone', () => {
    const { video, ...without } = programme;
    assert.ok(video);
    assert.deepEqual(checkProgramme(programme), []);
    assert.deepEqual(checkProgramme({ ...without, coach: { kind: 'hands', seated: true } }), []);
    assert.deepEqual(checkProgramme(without), [{ field: 'video', code: 'missing' }]);
  });

  it('has cues that are read in one look, also beside a repetition', () => {
    const [first, ...others] = programme.forms;
    assert.ok(first);
    const long = '这一句话太长了读不完';
    const beats = [{ atMs: first.startMs, count: 0, side: 'both', cue: long, cueEn: null }] as const;
    assert.deepEqual(checkProgramme({ ...programme, forms: [{ ...first, beats: [...beats] }, ...others] }), [
      { field: 'forms.0.beats', code: 'too-long' },
    ]);
  });
});
