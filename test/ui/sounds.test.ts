import { expect } from 'chai';
import { Loudspeaker, USUAL_LOUDNESS } from '../../src/ui/kiosk/sounds.ts';

const RATE = 22_050;

/** How loud the loudest moment of a sound is, as the browser makes it. */
async function peak(
  sound: Parameters<Loudspeaker['play']>[0],
  loudness: Loudspeaker['loudness'] = USUAL_LOUDNESS,
): Promise<number> {
  const line = new OfflineAudioContext(1, RATE * 2, RATE);
  const speaker = new Loudspeaker(() => line);
  speaker.loudness = loudness;
  speaker.play(sound);
  const heard = (await line.startRendering()).getChannelData(0);
  return heard.reduce((most, one) => Math.max(most, Math.abs(one)), 0);
}

describe('The sound of a kiosk', () => {
  it('is heard at a press, at ✓ and at a call for help, without anybody setting it', async () => {
    for (const sound of ['press', 'done', 'call'] as const) expect(await peak(sound), sound).to.be.above(0.1);
  });

  it('is as loud as the device is set to, and silent at nothing', async () => {
    const full = await peak('done', { volume: 100, taps: true });
    expect(full).to.be.within(0.7, 1);
    expect(await peak('done', { volume: 30, taps: true })).to.be.below(full / 4);
    expect(await peak('done', { volume: 0, taps: true })).to.equal(0);
  });

  it('leaves presses out where the centre wants them silent, and nothing else', async () => {
    const quiet = { volume: 80, taps: false };
    expect(await peak('press', quiet)).to.equal(0);
    expect(await peak('call', quiet)).to.be.above(0.1);
  });

  it('fails nothing where the box has no loudspeaker', () => {
    const none = new Loudspeaker(() => {
      throw new DOMException('none', 'NotSupportedError');
    });
    none.play('press');
  });
});
