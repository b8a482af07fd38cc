import { expect } from 'chai';
import { CountVoice } from '../../../src/shells/screen/count-voice.ts';

/** A loudspeaker that opens when the test says so, and what has been put on it. */
class Line {
  state: AudioContextState = 'suspended';
  readonly started: string[] = [];
  readonly currentTime = 0;
  readonly destination = {};
  #open: () => void = () => undefined;

  /** Opens, as a set's loudspeaker does seconds after it was asked. */
  open(): void {
    this.state = 'running';
    this.#open();
  }
  resume(): Promise<void> {
    return new Promise((resolve) => (this.#open = resolve));
  }
  close(): Promise<void> {
    return Promise.resolve();
  }
  async decodeAudioData(bytes: ArrayBuffer): Promise<string> {
    return new TextDecoder().decode(bytes);
  }
  createGain(): object {
    return { gain: { value: 1 }, connect: () => undefined };
  }
  createBufferSource(): object {
    const source = {
      buffer: '',
      connect: () => undefined,
      start: () => void this.started.push(source.buffer),
    };
    return source;
  }
}

describe('the voice that counts', () => {
  const { AudioContext: own, setTimeout: timer } = window;
  const { canPlayType } = HTMLMediaElement.prototype;
  let line: Line;
  let patience: (() => void)[];

  beforeEach(() => {
    patience = [];
    HTMLMediaElement.prototype.canPlayType = () => 'maybe';
    Object.assign(window, {
      AudioContext: function () {
        return (line = new Line());
      },
      setTimeout: (run: () => void) => patience.push(run),
    });
  });
  afterEach(() => {
    Object.assign(window, { AudioContext: own, setTimeout: timer });
    HTMLMediaElement.prototype.canPlayType = canPlayType;
  });

  /** The hub's voice, which lacks a sound at first. */
  const hub = () => {
    const lacking = new Set<string>();
    const asked: string[] = [];
    return {
      lacking,
      asked,
      find: () => Promise.resolve(true),
      soundOf: async (text: string, { language }: { language: string }) => {
        asked.push(text);
        return lacking.has(text) ? null : new Blob([`${language}:${text}`]);
      },
    };
  };
  const asksToOpen = async (): Promise<void> => {
    while (patience.length === 0) await new Promise((next) => requestAnimationFrame(next));
  };

  it('is heard on a set whose loudspeaker takes its time, and is not offered where it never opens', async () => {
    const voice = new CountVoice('hall', hub());
    const slow = voice.prepare(['一', '二'], 'zh-CN');
    await asksToOpen();
    line.open();
    expect(await slow).to.equal(true);
    voice.say('二', 1);
    expect(line.started).to.deep.equal(['zh-CN:二']);

    const unheard = new CountVoice('lobby', hub());
    patience = [];
    const never = unheard.prepare(['一'], 'zh-CN');
    await asksToOpen();
    for (const over of patience) over();
    expect(await never).to.equal(false);
    unheard.say('一', 1);
    expect(line.started).to.deep.equal([]);
  });

  it('asks a hub that comes back only for what it lacks, and says a number in the language of the hall', async () => {
    const speech = hub();
    speech.lacking.add('9');
    const voice = new CountVoice('hall', speech);
    expect(await voice.prepare(['一', '9'], 'zh-CN')).to.equal(false);
    speech.lacking.clear();
    line.state = 'running';
    expect(await voice.prepare(['一', '9'], 'zh-CN')).to.equal(true);
    expect(speech.asked).to.deep.equal(['一', '9', '9']);
    expect(await voice.prepare(['one', '9'], 'en')).to.equal(true);
    voice.say('9', 1);
    expect(line.started).to.deep.equal(['en:9']);
  });
});
