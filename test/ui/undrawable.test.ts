import { expect } from 'chai';
import { LlUndrawableNote } from '../../src/ui/console/undrawable-note.ts';
import { undrawable } from '../../src/ui/console/undrawable.ts';
import { words } from '../support/mount-kiosk.ts';
import { settled, type, unmountAll } from '../support/mount.ts';

describe('Characters that no font has', () => {
  it('are named once each, and nothing else is: no letter, figure or sign', () => {
    const ranges = ['U+4e00-9fff', 'U+3400-34ff, U+20021'];
    expect(undrawable('王𠀡明 3楼 A-1，', ranges)).to.deep.equal([]);
    expect(undrawable('𱁬𱁬家炖𱍐鱼', ranges)).to.deep.equal(['𱁬', '𱍐']);
    expect(undrawable('', ranges)).to.deep.equal([]);
  });
});

describe('The console, of a character that no screen can draw', () => {
  const face = new FontFace('Noto Sans SC Rare', 'url(/none.woff2)', { unicodeRange: 'U+4E00-9FFF' });
  afterEach(() => {
    document.fonts.delete(face);
    unmountAll();
  });

  async function typed(text: string): Promise<string> {
    const note = new LlUndrawableNote();
    const field = document.createElement('input');
    document.body.append(note, field);
    await settled(note);
    type(field, text);
    await settled(note);
    return words(note).trim();
  }

  it('tells whoever typed it at once', async () => {
    document.fonts.add(face);
    expect(await typed('清蒸𱍐鱼')).to.contain('写不出这些字：𱍐');
  });

  it('is silent where each is drawn, and where nobody knows yet', async () => {
    expect(await typed('清蒸𱍐鱼')).to.equal('');
    unmountAll();
    document.fonts.add(face);
    expect(await typed('清蒸鲈鱼')).to.equal('');
  });

  it('goes as soon as the character is gone', async () => {
    document.fonts.add(face);
    const note = new LlUndrawableNote();
    const field = document.createElement('input');
    document.body.append(note, field);
    type(field, '𱍐');
    await settled(note);
    type(field, '鱼');
    await settled(note);
    expect(words(note).trim()).to.equal('');
  });
});
