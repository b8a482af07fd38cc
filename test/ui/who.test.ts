import { expect } from 'chai';
import { LlWho, type WhoEvent } from '../../src/ui/kiosk/who.ts';
import { watchScanner } from '../../src/ui/kiosk/scanner.ts';
import type { Finder, Shown } from '../../src/ui/kiosk/who-steps.ts';
import { readCard } from '../support/card-reader.ts';
import { kioskStore } from '../support/kiosk-centre.ts';
import { appears, mountKiosk, pressableNamed, typeDigits, words } from '../support/mount-kiosk.ts';
import { settled, unmountAll } from '../support/mount.ts';

const lan: Shown = { id: 'm1', maskedName: '王*兰' };
const qiang: Shown = { id: 'm2', maskedName: '李*强' };
const fang: Shown = { id: 'm3', maskedName: '赵*芳' };
const wu: Shown = { id: 'm4', maskedName: '乌*' };

const finder = (more: Partial<Finder> = {}): Finder => ({
  byTail: (tail) => (tail === '1234' ? [lan] : tail === '5678' ? [qiang, fang] : []),
  beginnings: ['乌', '格'],
  byBeginning: (beginning) => (beginning === '乌' ? [wu] : []),
  hasCards: true,
  byCard: (card) => Promise.resolve(card === '0000000001' ? lan : null),
  ...more,
});

describe('Asking who somebody is', () => {
  let told: string[];

  afterEach(unmountAll);

  async function open(over: Partial<LlWho> = {}): Promise<LlWho> {
    told = [];
    const who = Object.assign(new LlWho(), { heading: '八段锦', finder: finder(), ...over });
    who.addEventListener('ll-who', (event: WhoEvent) => void told.push(`${event.id} by ${event.by}`));
    return mountKiosk(who, kioskStore());
  }

  async function press(who: LlWho, name: string | RegExp): Promise<void> {
    pressableNamed(who, name).click();
    await settled(who);
  }

  it('tells whoever has found themselves by number and name, and nobody before they said so', async () => {
    const who = await open();
    await typeDigits(who, '1234');
    expect(words(who)).to.contain('是您吗？');
    expect(told).to.deep.equal([]);
    await press(who, /王\*兰/);
    expect(told).to.deep.equal(['m1 by digits']);
  });

  it('lets those whose numbers end alike choose', async () => {
    const who = await open();
    await typeDigits(who, '5678');
    await press(who, /赵\*芳/);
    expect(told).to.deep.equal(['m3 by digits']);
  });

  it('shows other ways on where a number is unknown, and blames nobody', async () => {
    const who = await open();
    await typeDigits(who, '9999');
    expect(words(who))
      .to.contain('没找到这个号码')
      .and.to.contain('我没有电话')
      .and.not.to.match(/错|无效/);
  });

  it('finds those without a telephone by how their name begins', async () => {
    const who = await open();
    await press(who, '我没有电话');
    expect(words(who)).to.contain('请按名字头一个字');
    await press(who, '乌');
    await press(who, /乌\*/);
    expect(told).to.deep.equal(['m4 by name']);
  });

  it('offers no such way where everybody has a telephone, and speaks of no card where nobody has one', async () => {
    const who = await open({ finder: finder({ beginnings: [], hasCards: false }) });
    expect(words(who)).not.to.contain('我没有电话').and.not.to.contain('刷一下卡');
  });

  it('knows a card wherever one is in asking', async () => {
    const who = await open();
    await typeDigits(who, '5678');
    readCard('0000000001');
    await settled(who);
    expect(told).to.deep.equal(['m1 by card']);
  });

  it('knows the card that opened the page', async () => {
    const before = await open({ ways: ['digits'] });
    readCard('0000000001');
    const after = await open();
    await settled(after);
    before.remove();
    expect(told).to.deep.equal(['m1 by card']);
  });

  it('says kindly that a card is not known, or was not read, and asks on', async () => {
    const who = await open();
    readCard('7777777777');
    await appears(who, '这张卡还没登记');
    readCard('§§§ ÿÿÿ');
    await appears(who, '没读出来');
    await typeDigits(who, '1234');
    expect(words(who)).to.contain('王*兰');
  });

  it('sends nobody to a keypad that is not there, where a card alone is asked for', async () => {
    const who = await open({ ways: ['card'] });
    readCard('7777777777');
    await appears(who, '这张卡还没登记');
    expect(words(who)).to.contain('找人帮忙').and.not.to.contain('电话号码');
    readCard('§§§ ÿÿÿ');
    await appears(who, '没读出来');
    expect(words(who)).to.contain('找人帮忙').and.not.to.contain('电话号码');
  });

  it('says that it was not read, and not that it is unknown, where this device cannot tell', async () => {
    const who = await open({
      finder: finder({ byCard: () => Promise.reject(new Error('no secure context')) }),
    });
    readCard('0000000001');
    await appears(who, '没读出来');
    expect(words(who)).not.to.contain('没登记');
  });

  it('tells nothing of a card whose holder has gone before it was looked up', async () => {
    let answer = (_: Shown): void => undefined;
    const who = await open({
      finder: finder({ byCard: () => new Promise((resolve) => (answer = resolve)) }),
    });
    readCard('0000000001');
    await press(who, '我没有电话');
    answer(lan);
    await settled(who);
    expect(told).to.deep.equal([]);
  });

  it('takes digits from a keyboard', async () => {
    const who = await open();
    for (const key of '1234') window.dispatchEvent(new KeyboardEvent('keydown', { key }));
    await appears(who, '王*兰');
  });

  it('goes back a step at a time, and says when there is none', async () => {
    const who = await open();
    await press(who, '我没有电话');
    await press(who, '乌');
    for (const said of ['请按名字头一个字', '请按电话号码的最后四位']) {
      expect(who.back()).to.equal(true);
      await settled(who);
      expect(words(who)).to.contain(said);
    }
    expect(who.back()).to.equal(false);
  });

  it('is about a person from the first digit on, and keeps nothing of them once it is gone', async () => {
    const who = await open();
    expect(who.personal).to.equal(false);
    await typeDigits(who, '5678');
    expect(who.personal).to.equal(true);
    who.remove();
    expect(who.personal).to.equal(false);
    // The kiosk itself hears the reader still; whose a card is is known a moment later.
    const stop = watchScanner();
    try {
      readCard('0000000001');
      await settled(who);
    } finally {
      stop();
    }
    expect(told).to.deep.equal([]);
  });
});
