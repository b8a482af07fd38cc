import { expect } from 'chai';
import { ReadAloud, type Reading } from '../../../src/ui/kiosk/read-aloud/reading.ts';
import type { Ending } from '../../../src/ui/kiosk/read-aloud/player.ts';
import type { Said } from '../../../src/ui/kiosk/read-aloud/what-is-said.ts';

const sentence = (text: string): Said => ({
  text,
  language: 'zh-CN',
  isPrivate: false,
  recording: null,
  rects: () => [],
});

/** What follows from a press or an ending has happened. */
async function settle(): Promise<void> {
  for (let i = 0; i < 8; i += 1) await Promise.resolve();
}

/** A glass of pages, and a voice that says a sentence when the test lets it. */
function glass(pages: readonly (readonly string[])[]) {
  let page = 0;
  let finish: ((ending: Ending) => void) | null = null;
  const heard: string[] = [];
  const marked: (string | null)[] = [];
  const told: [Reading, boolean][] = [];
  const reader = new ReadAloud({
    page: () => (pages[page] ?? []).map(sentence),
    turn: async () => {
      if (page + 1 >= pages.length) return false;
      page += 1;
      return true;
    },
    say: (one, pace) => {
      heard.push(`${pace} ${one.text}`);
      return new Promise((resolve) => {
        finish = resolve;
      });
    },
    prepare: () => undefined,
    hush: () => finish?.('stopped'),
    mark: (one) => marked.push(one?.text ?? null),
    changed: (reading, unsaid) => told.push([reading, unsaid]),
  });
  const said = async (ending: Ending = 'said'): Promise<void> => {
    finish?.(ending);
    await settle();
  };
  return { reader, heard, marked, told, said };
}

describe('读给我听', () => {
  it('reads sentence by sentence, turns the page and ends by itself', async () => {
    const { reader, heard, marked, told, said } = glass([['一', '二'], ['三']]);
    reader.press();
    for (let i = 0; i < 3; i += 1) await said();
    expect(heard).to.deep.equal(['normal 一', 'normal 二', 'normal 三']);
    expect(marked).to.deep.equal(['一', '二', '三', null]);
    expect(told).to.deep.equal([
      ['normal', false],
      [null, false],
    ]);
  });

  it('says the sentence again, slowly, at a second press, and is silent at the third', async () => {
    const { reader, heard, said } = glass([['一', '二', '三']]);
    reader.press();
    await said();
    reader.press();
    await settle();
    expect(reader.pace).to.equal('slow');
    reader.press();
    await settle();
    expect(heard).to.deep.equal(['normal 一', 'normal 二', 'slow 二']);
    expect(reader.pace).to.equal(null);
  });

  it('begins slowly for whom it is set so, and is silent at the second press', async () => {
    const { reader, heard, said } = glass([['一', '二']]);
    reader.press('slow');
    await said();
    reader.press('slow');
    await settle();
    expect(heard).to.deep.equal(['slow 一', 'slow 二']);
    expect(reader.pace).to.equal(null);
  });

  it('is silent at once when the page changes, and an older reading does not come back', async () => {
    const { reader, heard, marked, said } = glass([['一', '二']]);
    reader.press();
    reader.stop();
    await said();
    expect(heard).to.deep.equal(['normal 一']);
    expect(marked[marked.length - 1]).to.equal(null);
  });

  it('says so when nothing at all could be said, and turns no page for it', async () => {
    const { reader, told, said } = glass([['一'], ['二']]);
    reader.press();
    await said('silent');
    expect(told[told.length - 1]).to.deep.equal([null, true]);
  });
});
