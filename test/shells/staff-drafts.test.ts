import { expect } from 'chai';
import '../../src/i18n/staff-texts.ts';
import type { FakeStore } from '../support/fake-store.ts';
import {
  begin,
  editedCentre,
  editors,
  openAt,
  press,
  standsIn,
  write,
  type Editor,
} from '../support/editors.ts';
import { settled, turn, unmountAll } from '../support/mount.ts';
import { until } from '../support/until.ts';

/** Of people: in the database, sealed, and in no text that whoever takes the disk can read. */
const personal: readonly Editor[] = [editors['member']].flatMap((one) => one ?? []);
const written = Object.entries(editors).filter(([, { change }]) => change !== 'device.configure');

describe('What somebody is writing on the console', () => {
  let store: FakeStore;
  beforeEach(() => {
    localStorage.clear();
    store = editedCentre();
  });
  afterEach(() => {
    unmountAll();
    localStorage.clear();
    location.hash = '';
  });

  /** Somebody writes, and is away before it is saved. */
  async function leave(editor: Editor): Promise<void> {
    const shell = await openAt(editor, store);
    await begin(shell, editor);
    await write(shell, editor);
    await turn();
    unmountAll();
  }
  async function again(editor: Editor) {
    const shell = await openAt(editor, store);
    await begin(shell, editor);
    return shell;
  }

  for (const [name, editor] of written) {
    it(`a ${name} is there again after the tab was closed, and goes once it is saved`, async () => {
      await leave(editor);
      const shell = await again(editor);
      await until(() => standsIn(shell, editor) === editor.text);
      expect(store.asked, 'nothing was saved behind anybody’s back').to.deep.equal([]);
      await press(shell, editor, editor.save);
      await until(() => store.asked.length > 0);
      expect(store.asked.map((one) => one.name)).to.deep.equal([editor.change]);
      expect(JSON.stringify(store.asked[0]?.args)).to.contain(
        editor.change === 'menu.publish' ? '850' : editor.text,
      );
      await settled(shell);
      expect(Object.keys(localStorage).filter((key) => key.startsWith('leling:draft:') && !isSent(key))).to.be
        .empty;
    });

    it(`a ${name} is there again after the battery died before the browser had written its texts down`, async () => {
      await leave(editor);
      localStorage.clear();
      const shell = await again(editor);
      await until(() => standsIn(shell, editor) === editor.text);
    });
  }

  it('of a person lies in no text that is open to whoever takes the disk', async () => {
    for (const editor of personal) {
      await leave(editor);
      expect(JSON.stringify({ ...localStorage })).to.not.contain(editor.text);
    }
  });

  it('can be put away to begin anew, and is taken back', async () => {
    for (const [, editor] of written.filter(([, { begin: opens }]) => opens.length > 0)) {
      await leave(editor);
      const shell = await again(editor);
      await until(() => standsIn(shell, editor) === editor.text);
      await press(shell, editor, /重新填/);
      expect(standsIn(shell, editor)).to.equal(editor.usual ?? '');
      await press(shell, editor, /拿回来/);
      expect(standsIn(shell, editor)).to.equal(editor.text);
      await press(shell, editor, /重新填/);
      unmountAll();
      expect(standsIn(await again(editor), editor), 'and stays away').to.equal(editor.usual ?? '');
      unmountAll();
    }
  });
});

/** What was sent, until the hub has said that it has it. */
const isSent = (key: string): boolean => /"draft":null|"writing":null/.test(localStorage.getItem(key) ?? '');
