import { ContextProvider } from '@lit/context';
import { expect } from 'chai';
import { storeContext } from '../../../../src/app/contexts.ts';
import { Uploads, uploadsContext, type UploadPorts } from '../../../../src/app/uploads.ts';
import type { NoRecording } from '../../../../src/features/policies/console/recorder.ts';
import { LlStaffPolicyAudio } from '../../../../src/features/policies/console/staff-policy-audio.ts';
import { waveOf } from '../../../../src/features/policies/console/wave.ts';
import { id } from '../../../../src/kernel/ids.ts';
import { expectAccessible } from '../../../support/axe.ts';
import { button, deepAll, settled, unmountAll } from '../../../support/mount.ts';
import { staff, staffStore } from '../../../support/staff-centre.ts';

const HASH = 'c'.repeat(64);
const voice = new Blob([waveOf([new Float32Array(1600)])], { type: 'audio/wav' });
const words = (page: LlStaffPolicyAudio): string => (page.shadowRoot?.textContent ?? '').replace(/\s+/g, ' ');

describe('A voice for a policy', () => {
  const store = staffStore(staff('advisor', '陈顾问'));
  afterEach(unmountAll);

  async function desk(ports: Partial<UploadPorts> = {}): Promise<LlStaffPolicyAudio> {
    const root = document.createElement('div');
    const uploads = new Uploads(store, {
      prepare: (file) => Promise.resolve({ file, picture: null }),
      send: (_file, _to, told) =>
        Promise.resolve({
          start: () => told.done(HASH),
          pause: () => Promise.resolve(),
          cancel: () => Promise.resolve(),
        }),
      ...ports,
    });
    new ContextProvider(root, { context: storeContext, initialValue: store });
    new ContextProvider(root, { context: uploadsContext, initialValue: uploads });
    const page = new LlStaffPolicyAudio();
    page.called = '助餐补贴';
    page.record = () => Promise.resolve({ stop: () => Promise.resolve(voice), drop: () => undefined });
    document.body.append(root);
    root.append(page);
    await settled(page);
    return page;
  }
  async function press(page: LlStaffPolicyAudio, name: RegExp): Promise<void> {
    button(page, name).click();
    await settled(page);
  }

  it('is recorded, heard before it is kept, and goes with the policy once the hub has it', async () => {
    const page = await desk();
    const chosen: (string | null)[] = [];
    page.addEventListener('ll-recording-change', ({ audio }) => chosen.push(audio));
    await press(page, /^开始录音/);
    expect(words(page)).to.contain('正在录');
    await expectAccessible(page);
    await press(page, /^录好了/);
    expect(deepAll(page, 'audio')).to.have.length(1);
    expect(chosen).to.deep.equal([]);
    await press(page, /^用这一段/);
    await settled(page);
    expect(chosen).to.deep.equal([HASH]);
  });

  it('waits for a hub that is away, and says so', async () => {
    const page = await desk({ send: () => Promise.reject(new Error('away')) });
    await press(page, /^开始录音/);
    await press(page, /^录好了/);
    await press(page, /^用这一段/);
    await settled(page);
    expect(words(page)).to.contain('连上就送');
  });

  it('that cannot be recorded says why, and what to do about it', async () => {
    const remedies: readonly (readonly [NoRecording, string])[] = [
      ['insecure', 'https'],
      ['cannot', '用手机录好'],
      ['no-microphone', '插上'],
      ['refused', '地址栏'],
      ['in-use', '别的程序'],
    ];
    const page = await desk();
    for (const [why, remedy] of remedies) {
      page.record = () => Promise.resolve(why);
      await press(page, /^开始录音/);
      expect(words(page), why).to.contain(remedy);
    }
    await expectAccessible(page);
  });

  it('of another centre, or of a text that was changed since, is not said to be right', async () => {
    const page = await desk();
    page.audio = HASH;
    page.stale = true;
    await settled(page);
    expect(words(page)).to.contain('不在本中心').and.to.contain('正文改过了');
    const sound = { id: id<'MediaHash'>(HASH), title: '录音', mime: 'audio/wav' as const, sizeBytes: 1 };
    store.put('centre', 'media', HASH, {
      ...sound,
      durationMs: 100,
      chunks: ['d'.repeat(64)],
      addedAtMs: 0,
    });
    await settled(page);
    expect(words(page)).not.to.contain('不在本中心');
  });
});
