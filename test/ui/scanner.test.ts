import { expect } from 'chai';
import { forgetScans, takeScan, watchScanner, type ScanEvent } from '../../src/ui/kiosk/scanner.ts';
import { until } from '../support/until.ts';

describe('A card reader that types', () => {
  let stop: () => void;
  let scans: string[];
  let typed: string[];
  const heard = (event: ScanEvent): void => void scans.push(event.text);
  const pressed = (event: KeyboardEvent): void => void typed.push(event.key);

  beforeEach(() => {
    scans = [];
    typed = [];
    pauseMs = 0;
    stop = watchScanner();
    window.addEventListener('ll-scan', heard);
    window.addEventListener('keydown', pressed);
  });
  afterEach(() => {
    stop();
    window.removeEventListener('ll-scan', heard);
    window.removeEventListener('keydown', pressed);
    document.body.replaceChildren();
  });

  /** So long the keyboard waits before each key, ms. */
  let pauseMs = 0;
  let nowMs = 0;

  /**
   * Types as a reader does: without a pause of its own, however long the page's machine stands still between two keys.
   * Answers which keys the browser would act upon.
   */
  function read(
    text: readonly string[] | string,
    target: EventTarget = document.body,
    { repeat = false } = {},
  ): readonly string[] {
    nowMs = Math.max(nowMs, performance.now());
    return [...text].filter((key) => press({ key, repeat }, target));
  }
  /** One key of it; answers whether the browser would act upon it. */
  function press(key: KeyboardEventInit, target: EventTarget): boolean {
    const event = new KeyboardEvent('keydown', { ...key, bubbles: true, cancelable: true, composed: true });
    nowMs += pauseMs;
    Object.defineProperty(event, 'timeStamp', { value: nowMs });
    return target.dispatchEvent(event);
  }
  const typesAt = (count: number): Promise<void> =>
    new Promise((resolve) => {
      const look = (): void => (typed.length >= count ? resolve() : void requestAnimationFrame(look));
      look();
    });

  it('tells what was read as one word, and no page hears its keys', () => {
    expect(read([...'0000000001', 'Enter'])).to.deep.equal([]);
    expect(scans).to.deep.equal(['0000000001']);
    expect(typed).to.deep.equal([]);
  });

  it('presses no button that happens to have the focus by its Enter', () => {
    const button = document.createElement('button');
    let presses = 0;
    button.addEventListener('click', () => (presses += 1));
    document.body.append(button);
    button.focus();
    expect(read([...'A1-77:9', 'Enter'], button), 'what the browser would act upon').to.deep.equal([]);
    expect(presses).to.equal(0);
  });

  it('leaves nothing in a field that has the focus', () => {
    const field = document.createElement('input');
    field.value = '洗澡';
    document.body.append(field);
    let value = '';
    field.addEventListener('input', () => (value = field.value));
    // The browser writes a key into the field after it was told of it.
    nowMs = Math.max(nowMs, performance.now());
    for (const key of '880017') {
      press({ key }, field);
      field.value += key;
    }
    press({ key: 'Enter' }, field);
    expect(scans).to.deep.equal(['880017']);
    expect([field.value, value]).to.deep.equal(['洗澡', '洗澡']);
  });

  it('lets through, in order, what a person types, and an Enter and a space of theirs at once', async () => {
    expect(read([' ', 'Enter', 'Tab', 'ArrowDown'])).to.deep.equal([' ', 'Enter', 'Tab', 'ArrowDown']);
    typed = [];
    read('1234');
    await typesAt(4);
    expect(typed).to.deep.equal(['1', '2', '3', '4']);
    expect(scans).to.deep.equal([]);
  });

  it('takes no person with an Enter after a digit or two for a card, nor a hand that is quick', async () => {
    pauseMs = 80;
    expect(read(['1', '2', 'Enter']), 'the Enter').to.deep.equal(['Enter']);
    await typesAt(3);
    expect([scans, typed]).to.deep.equal([[], ['1', '2', 'Enter']]);
  });

  it('presses nothing by rubbish of a key or two, nor by the second of two keys that end what it types', () => {
    expect(read(['7', 'Enter'])).to.deep.equal([]);
    expect(read([...'0000000001', 'Enter', 'Enter'])).to.deep.equal([]);
    expect(read([...'0000000002', 'Tab', 'Enter'])).to.deep.equal([]);
    expect(read([...'0000000003', 'Enter', 'Tab'])).to.deep.equal([]);
    expect([scans, typed]).to.deep.equal([['7', '0000000001', '0000000002', '0000000003'], []]);
  });

  it('types no stranger’s number where no key ends what it reads', async () => {
    read('6901234567892');
    await until(() => scans.length > 0);
    expect([scans, typed]).to.deep.equal([['6901234567892'], []]);
  });

  it('reads a card that lies on it once, and another, or the same held again, anew', () => {
    for (const card of ['0000000001', '0000000001', '0000000002', '0000000001']) read([...card, 'Enter']);
    forgetScans();
    read([...'0000000001', 'Enter']);
    expect(scans).to.deep.equal(['0000000001', '0000000002', '0000000001', '0000000001']);
  });

  it('types nothing by a key that something lies on', async () => {
    read('555', document.body, { repeat: true });
    pauseMs = 80;
    read('7');
    await typesAt(1);
    expect([scans, typed]).to.deep.equal([[], ['7']]);
  });

  it('is heard where an input method has swallowed its keys', () => {
    nowMs = Math.max(nowMs, performance.now());
    for (const code of ['Digit4', 'Numpad0', 'KeyA', 'Digit7', 'Enter'])
      press({ key: code === 'Enter' ? 'Enter' : 'Process', code }, document.body);
    expect(scans).to.deep.equal(['40a7']);
  });

  it('says of endless rubbish only that it was read, and keeps none of it', () => {
    read([...'#'.repeat(4000), 'Enter']);
    expect(scans).to.deep.equal(['']);
    expect(typed).to.deep.equal([]);
  });

  it('keeps a card that nobody took for the page it opens, once', () => {
    read([...'0000000001', 'Enter']);
    expect([takeScan(), takeScan()]).to.deep.equal(['0000000001', null]);
    window.addEventListener('ll-scan', (event) => event.preventDefault(), { once: true });
    read([...'0000000002', 'Enter']);
    expect(takeScan(), 'one that was taken').to.equal(null);
  });

  it('keeps nobody’s card for the next person, nor in memory, who has gone without its being taken', () => {
    const own = window.setTimeout;
    const later: (() => void)[] = [];
    Object.assign(window, { setTimeout: (run: () => void) => later.push(run) });
    try {
      read([...'0000000001', 'Enter']);
    } finally {
      Object.assign(window, { setTimeout: own });
    }
    for (const run of later) run();
    expect(takeScan()).to.equal(null);
  });

  it('is heard once by two who listen, and by nobody once both have gone', () => {
    const stopSecond = watchScanner();
    read([...'0000000001', 'Enter']);
    stopSecond();
    stopSecond();
    read([...'0000000002', 'Enter']);
    stop();
    read([...'0000000003', 'Enter']);
    expect(scans).to.deep.equal(['0000000001', '0000000002']);
  });
});
