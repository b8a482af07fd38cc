import { expect } from 'chai';
import { Recordings } from '../../../src/ui/kiosk/read-aloud/recordings.ts';
import type { Recording, Said } from '../../../src/ui/kiosk/read-aloud/what-is-said.ts';

const spoken: Recording = { hash: 'abc', rects: () => [] };
const sentence = (recording: Recording | null): Said => ({
  text: '八十岁以上的老人。',
  language: 'zh-CN',
  isPrivate: false,
  recording,
  rects: () => [],
});

describe('What staff have recorded', () => {
  it('is heard once, and what it says is not said after it by a voice', () => {
    const recordings = new Recordings();
    expect(recordings.of(sentence(spoken))).to.equal(spoken);
    recordings.ended(spoken, 'said');
    expect(recordings.of(sentence({ ...spoken }))).to.equal('said');
    expect(recordings.of(sentence(null)), 'what stands beside it').to.equal(null);
    expect(recordings.heard).to.equal(true);
  });

  it('is said by a voice where it cannot be had, for the whole of that reading', () => {
    const recordings = new Recordings();
    recordings.ended(spoken, 'silent');
    expect(recordings.of(sentence(spoken))).to.equal(null);
    expect(recordings.heard).to.equal(false);
    recordings.forget();
    expect(recordings.of(sentence(spoken))).to.equal(spoken);
  });

  it('begins anew where it was stopped, as for who wants it slower', () => {
    const recordings = new Recordings();
    recordings.ended(spoken, 'stopped');
    expect(recordings.of(sentence(spoken))).to.equal(spoken);
  });
});
