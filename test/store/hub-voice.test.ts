import { expect } from 'chai';
import { HubVoice } from '../../src/store/speech/hub-voice.ts';
import { SoundCache } from '../../src/store/speech/sound-cache.ts';
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

  const manner = { language: 'zh-CN', pace: 'normal' } as const;
  const texts = (count: number, of: string): readonly string[] =>
    Array.from({ length: count }, (_, at) => `${of}${at}`);
  const heldNow = async (): Promise<readonly string[]> =>
    (await (await caches.open('leling-speech')).keys()).map(({ url }) =>
      decodeURIComponent(new URL(url).pathname.split('/').pop() ?? ''),
    );

  it('fetches ahead what has room, and no more at each change: a city’s articles were fetched and let go of for ever', async () => {
    const city = texts(40, '条');
    const voice = new HubVoice('lobby-kiosk', new SoundCache(20 * silence.length));
    voice.wants([{ texts: city, manner }]);
    expect(await voice.ahead(city, manner, () => true)).to.equal(true);
    const held = await heldNow();
    expect(held).to.deep.equal(city.slice(0, held.length));
    expect(held.length).to.be.within(14, 16);
    wanted.length = 0;
    const again = new HubVoice('lobby-kiosk', new SoundCache(20 * silence.length));
    again.wants([{ texts: city, manner }]);
    expect(await again.ahead(city, manner, () => true)).to.equal(true);
    expect(wanted).to.deep.equal([]);
    expect(await heldNow()).to.deep.equal(held);
  });

  it('lets what nobody says any more make room, and keeps what people listen to', async () => {
    const cache = new SoundCache(20 * silence.length);
    const voice = new HubVoice('lobby-kiosk', cache);
    const [before, after] = [texts(15, '旧'), texts(15, '新')];
    voice.wants([{ texts: before, manner }]);
    await voice.ahead(before, manner, () => true);
    expect(await voice.soundOf('旧0', manner, true)).not.to.equal(null);
    voice.wants([{ texts: after, manner }]);
    await voice.ahead(after, manner, () => true);
    const held = await heldNow();
    expect(held).to.include('旧0');
    expect(held.filter((one) => one.startsWith('新')).length).to.be.at.least(13);
    for (const text of texts(40, '听')) await voice.soundOf(text, manner, true);
    expect((await heldNow()).length, 'never more than its bytes').to.be.at.most(20);
    expect(await heldNow()).to.include('听39');
  });

  it('plays nothing that somebody else answers in its place', async () => {
    hub = 'a router';
    const voice = new HubVoice('lobby-kiosk');
    expect(await voice.soundOf('今天有鱼', { language: 'zh-CN', pace: 'normal' }, true)).to.equal(null);
  });
});
