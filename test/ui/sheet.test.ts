import { expect } from 'chai';
import { html, render } from 'lit';
import { leaveSheet, type LlSheet } from '../../src/ui/console/sheet.ts';
import { settled, type, unmountAll } from '../support/mount.ts';

describe('A sheet over the page', () => {
  afterEach(unmountAll);

  let closed = 0;
  /** Before it was opened, by the page's own clock, ms. */
  let beforeMs = 0;

  /** A sheet with one field in it, whose owner closes it when it asks. */
  async function opened({ written = false, field = html`<input id="field" />` } = {}): Promise<LlSheet> {
    closed = 0;
    const root = document.createElement('div');
    document.body.append(root);
    const draw = (open: boolean): void => {
      render(
        html`<ll-sheet
          actions
          heading="紧急通知"
          close-label="关上"
          ?open=${open}
          ?written=${written}
          @ll-sheet-close=${() => {
            closed += 1;
            draw(false);
          }}
          >${open ? field : ''}<button slot="actions" @click=${leaveSheet}><b>取消</b></button
          ><button slot="actions">发布</button></ll-sheet
        >`,
        root,
      );
    };
    beforeMs = performance.now();
    draw(true);
    const sheet = root.querySelector('ll-sheet');
    if (sheet === null) throw new Error('no sheet');
    await settled(sheet);
    return sheet;
  }

  const inside = (sheet: LlSheet): ShadowRoot => {
    if (sheet.shadowRoot === null) throw new Error('not drawn');
    return sheet.shadowRoot;
  };
  const dialog = (sheet: LlSheet): HTMLDialogElement => {
    const found = inside(sheet).querySelector('dialog');
    if (found === null) throw new Error('no dialog');
    return found;
  };
  /** A finger on the page behind: down and up there, some time after the sheet has been opened or as it is. */
  const besides = async (sheet: LlSheet, { atOnce = false } = {}): Promise<void> => {
    dialog(sheet).dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
    const click = new MouseEvent('click', { bubbles: true });
    Object.defineProperty(click, 'timeStamp', { value: atOnce ? beforeMs : performance.now() + 1000 });
    dialog(sheet).dispatchEvent(click);
    await settled(sheet);
  };
  const escape = async (sheet: LlSheet): Promise<void> => {
    dialog(sheet).dispatchEvent(new Event('cancel', { cancelable: true }));
    await settled(sheet);
  };
  const press = async (sheet: LlSheet, name: string): Promise<void> => {
    const button = [...inside(sheet).querySelectorAll('button')].find(
      (one) => (one.getAttribute('aria-label') ?? one.textContent).trim() === name,
    );
    if (button === undefined) throw new Error(`no button ${name}`);
    button.click();
    await settled(sheet);
  };
  const asks = (sheet: LlSheet): boolean => inside(sheet).querySelector('[role="alert"]') !== null;
  const write = async (sheet: LlSheet, text: string): Promise<void> => {
    const field = sheet.querySelector('input');
    if (field === null) throw new Error('no field');
    type(field, text);
    await settled(sheet);
  };

  it('closes at once for a tap beside it, its cross and Escape while nothing is written', async () => {
    for (const leave of [besides, escape, (sheet: LlSheet) => press(sheet, '关上')]) {
      const sheet = await opened();
      await leave(sheet);
      expect(closed).to.equal(1);
      expect(dialog(sheet).open).to.equal(false);
    }
  });

  it('asks before it throws away what is written, and keeps it unless it is told to', async () => {
    for (const leave of [besides, escape, (sheet: LlSheet) => press(sheet, '关上')]) {
      const sheet = await opened();
      await write(sheet, '请马上离开');
      await leave(sheet);
      expect(closed).to.equal(0);
      expect(asks(sheet)).to.equal(true);
      await besides(sheet);
      await press(sheet, '接着写');
      expect(asks(sheet)).to.equal(false);
      expect(sheet.querySelector('input')?.value).to.equal('请马上离开');
      await leave(sheet);
      await press(sheet, '丢掉');
      expect(closed).to.equal(1);
      expect(dialog(sheet).open).to.equal(false);
    }
  });

  it('asks where the button beside "save" that leaves it is pressed by mistake, and leaves at once where nothing is lost', async () => {
    const sheet = await opened();
    const cancel = sheet.querySelector('b');
    await write(sheet, '请到院子里集合');
    cancel?.click();
    await settled(sheet);
    expect(asks(sheet)).to.equal(true);
    expect(closed).to.equal(0);
    await press(sheet, '接着写');
    await write(sheet, '');
    cancel?.click();
    expect(closed).to.equal(1);
  });

  it('asks too where its owner says that something is put together in it', async () => {
    const sheet = await opened({ written: true });
    await besides(sheet);
    expect([closed, asks(sheet)]).to.deep.equal([0, true]);
  });

  it('does not ask for what is gone again, for a search and for a secret', async () => {
    for (const field of [html`<input type="search" />`, html`<input type="password" />`]) {
      const sheet = await opened({ field });
      await write(sheet, '1234');
      await besides(sheet);
      expect(closed).to.equal(1);
    }
    const sheet = await opened();
    await write(sheet, '请');
    await write(sheet, '');
    await besides(sheet);
    expect(closed).to.equal(1);
  });

  it('stays where a finger that began inside, marking words, is lifted beside it', async () => {
    const sheet = await opened();
    sheet
      .querySelector('input')
      ?.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true }));
    dialog(sheet).dispatchEvent(new MouseEvent('click', { bubbles: true }));
    await settled(sheet);
    expect(closed).to.equal(0);
    await besides(sheet, { atOnce: true });
    expect(closed, 'the second tap of the finger that opened it').to.equal(0);
  });

  it('stands again where the browser itself has closed it, which a second Escape does', async () => {
    const sheet = await opened();
    await write(sheet, '请马上离开');
    dialog(sheet).close();
    await new Promise((done) => dialog(sheet).addEventListener('close', done, { once: true }));
    await settled(sheet);
    expect([closed, dialog(sheet).open, asks(sheet)]).to.deep.equal([0, true, true]);
  });

  it('leaves out the second tap of a finger that trembles, and obeys the one after something was typed', async () => {
    let written = 0;
    const sheet = await opened({
      field: html`<input id="field" data-search /><button id="join" @click=${() => (written += 1)}>
          写上
        </button>`,
    });
    const now = performance.now();
    // In one moment, also where the machine stands still between two of them.
    const tap = (): void => {
      const click = new MouseEvent('click', { bubbles: true, composed: true, detail: 1 });
      Object.defineProperty(click, 'timeStamp', { value: now });
      sheet.querySelector('#join')?.dispatchEvent(click);
    };
    tap();
    tap();
    expect(written).to.equal(1);
    sheet.querySelector('#field')?.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    tap();
    expect(written).to.equal(2);
  });
});
