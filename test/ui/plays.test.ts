import { expect } from 'chai';
import { Player } from '../../src/ui/kiosk/read-aloud/player.ts';
import { Loudspeaker } from '../../src/ui/kiosk/sounds.ts';
import { Bell, setBellWanted } from '../../src/features/help/console/bell.ts';
import { Chime } from '../../src/ui/common/chime.ts';

describe('an engine that has nothing to play with', () => {
  const { canPlayType } = HTMLMediaElement.prototype;
  const [audio, context] = [Audio, AudioContext];
  let given = 0;

  before(() => {
    HTMLMediaElement.prototype.canPlayType = () => '';
    window.Audio = class extends audio {
      constructor(src?: string) {
        super(src);
        given += 1;
      }
    };
    window.AudioContext = class extends context {
      constructor() {
        super();
        given += 1;
      }
    };
  });
  after(() => {
    HTMLMediaElement.prototype.canPlayType = canPlayType;
    window.Audio = audio;
    window.AudioContext = context;
  });

  it('is given no sound, which would end its page, and says that nothing was heard', async () => {
    expect(await new Player().playFrom('data:audio/wav;base64,', 1)).to.equal('silent');
    const host = {
      addController: () => undefined,
      removeController: () => undefined,
      requestUpdate: (): void => undefined,
      updateComplete: Promise.resolve(true),
    };
    const chime = new Chime(host, () => true);
    await new Promise<void>((told) => {
      host.requestUpdate = () => told();
      chime.hostUpdated();
    });
    expect(chime.silent).to.equal(true);
    chime.hostDisconnected();
    new Loudspeaker().play('press');
    setBellWanted(true);
    const heard: string[] = [];
    const bell = new Bell((calls) => heard.push(...calls));
    bell.ringFor([{ id: 'call', isEmergency: true, reminders: 0, waitedMs: 0 }]);
    bell.rest();
    expect(heard).to.deep.equal([]);
    expect(given).to.equal(0);
  });
});
