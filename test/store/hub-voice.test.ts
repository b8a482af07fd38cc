import { expect } from 'chai';
import { HubVoice } from '../../src/store/speech/hub-voice.ts';
import { hubKey } from '../../src/store/known-hub.ts';

/** A WAV file with nothing in it, as long as it says. */
const silence = new Uint8Array([0x52, 0x49, 0x46, 0x46, 4, 0, 0, 0, 0x57, 0x41, 0x56, 0x45]);

describe('the hub’s voice, as a kiosk hears it', () => {
  const { fetch } = window;
  const wanted: string[] = [];
  let hub = 'hub-1';

  beforeEach(async () => {
    localStorage.clear();
    localStorage.setItem(hubKey, 'hub-1');
    await caches.delete('leling-speech');
    wanted.length = 0;
    hub = 'hub-1';
    window.fetch = async (_address, init) => {
      const headers = { 'leling-hub': hub };
      if (init?.method !== 'POST') return new Response(silence, { headers });
      const { texts }: { texts: string[] } = JSON.parse(String(init.body));
      // As the hub does: one text that is too long, and none of them is taken.
      if (texts.some((text) => text.length > 300)) return new Response('{}', { status: 400, headers });
      wanted.push(...texts);
      const sounds = texts.map((_, i) => ({ name: `sound-${i}`, ready: true }));
      return new Response(JSON.stringify({ voice: 'a voice', sounds }), { headers });
    };
  });
  afterEach(() => {
    window.fetch = fetch;
  });

  it('has the others at hand where one text is longer than the hub takes: all would stay unsaid', async () => {
    const voice = new HubVoice('lobby-kiosk');
    const manner = { language: 'zh-CN', pace: 'normal' } as const;
    expect(await voice.ahead(['今天有鱼', '长'.repeat(301)], manner, () => true)).to.equal(true);
    expect(wanted).to.deep.equal(['今天有鱼']);
    expect(await voice.soundOf('长'.repeat(301), manner, true)).to.equal(null);
    window.fetch = () => Promise.reject(new TypeError('the hub is away'));
    expect((await voice.soundOf('今天有鱼', manner, true))?.size).to.equal(silence.length);
  });

  it('plays nothing that somebody else answers in its place', async () => {
    hub = 'a router';
    const voice = new HubVoice('lobby-kiosk');
    expect(await voice.soundOf('今天有鱼', { language: 'zh-CN', pace: 'normal' }, true)).to.equal(null);
  });
});
