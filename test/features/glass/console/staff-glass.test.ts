import { id } from '../../../../src/kernel/ids.ts';
import {
  glassState,
  parseShowing,
  SILENT_AFTER_MS,
  type Known,
} from '../../../../src/features/glass/console/glass-state.ts';
import { expect } from 'chai';
import { detailOf } from '../../../../src/features/glass/console/glass-words.ts';

const now = Date.UTC(2026, 10, 22, 3, 2, 10);
const menu = 'menu:2026-11-22.lunch.main';

const known = (change: Partial<Known> & { showing?: string | null } = {}): Known => ({
  glass: {
    id: id('dining-hall'),
    showing: change.showing === undefined ? `${menu}@12` : change.showing,
    sinceMs: now - 5000,
    confirmedMs: now - 3000,
  },
  seenMs: now - 3000,
  expected: { kind: 'menu', id: '2026-11-22.lunch.main', version: 12 },
  nowMs: now,
  cutOff: null,
  ...change,
});

describe('What staff are told of a glass', () => {
  it('says no time of a glass that began while the hub was not sure of its time', () => {
    const state = glassState(known({ glass: { ...known().glass!, sinceMs: 0 } }));
    expect(detailOf(state, () => '', 480, 12)).to.equal('第12版 · 正在显示');
  });

  it('says that it shows the menu only when the glass has said so', () => {
    expect(glassState(known()).type).to.equal('showing');
  });

  it('says that a published version is not confirmed while the glass still shows the one before', () => {
    const state = glassState(known({ showing: `${menu}@11` }));
    expect(state).to.deep.equal({ type: 'behind', what: parseShowing(`${menu}@11`), heardMs: now - 3000 });
  });

  it('says that something else is on it, yesterday’s menu too', () => {
    expect(glassState(known({ showing: 'timetable:2026-11-22@3' })).type).to.equal('other');
    expect(glassState(known({ showing: 'menu:2026-11-21.lunch.main@12' })).type).to.equal('other');
    expect(glassState(known({ showing: null })).type).to.equal('other');
  });

  it('does not call a glass showing that has not spoken for a while', () => {
    const long = now - SILENT_AFTER_MS - 1;
    const silent = known({ seenMs: long });
    const glass = { ...known().glass!, confirmedMs: long };
    expect(glassState({ ...silent, glass }).type).to.equal('silent');
  });

  it('takes any word of the device as a sign of life, not only what it paints', () => {
    const glass = { ...known().glass!, confirmedMs: now - SILENT_AFTER_MS - 1 };
    expect(glassState({ ...known(), glass }).type).to.equal('showing');
  });

  it('does not blame the glass when the console itself is cut off', () => {
    expect(glassState(known({ cutOff: 'away' })).type).to.equal('unknown');
    expect(glassState(known({ cutOff: 'signed-out' })).type).to.equal('signed-out');
  });

  it('says of a glass it never heard of that it never heard of it', () => {
    expect(glassState(known({ glass: undefined })).type).to.equal('unheard');
  });

  it('accepts whatever stands on it where no one thing is expected', () => {
    expect(glassState(known({ showing: 'timetable:2026-11-22@3', expected: null })).type).to.equal('showing');
  });

  it('cannot tell silence while the time is unknown', () => {
    expect(glassState(known({ nowMs: null, seenMs: 0 })).type).to.equal('showing');
  });
});
