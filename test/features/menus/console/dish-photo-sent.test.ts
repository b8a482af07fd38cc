import { ContextProvider } from '@lit/context';
import { expect } from 'chai';
import { Uploads, uploadsContext, type UploadPorts } from '../../../../src/app/uploads.ts';
import { LlStaffDishPhoto } from '../../../../src/features/menus/console/staff-dish-photo.ts';
import { prepared } from '../../../../src/store/media/prepare.ts';
import { expectAccessible } from '../../../support/axe.ts';
import { FakeStore } from '../../../support/fake-store.ts';
import { canteen } from '../../../support/menu-editor.ts';
import { button, deepAll, mount, settled, unmountAll } from '../../../support/mount.ts';
import { until } from '../../../support/until.ts';

type Told = Parameters<UploadPorts['send']>[2];
const HASH = 'a'.repeat(64);
const JPEG = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16]);
const file = (bytes: BlobPart, name = '红烧肉.jpg'): File => new File([bytes], name, { type: 'image/jpeg' });

/** As the console's shell does. */
const provider = new ContextProvider(document.body, { context: uploadsContext });

describe('A photo that a cook takes of a dish', () => {
  let told: Told | null;
  let sent: Blob[];
  let cancelled: number;
  let uploads: Uploads;
  let field: LlStaffDishPhoto;
  let chosen: (string | null)[];

  beforeEach(async () => {
    [told, sent, chosen, cancelled] = [null, [], [], 0];
    const store = new FakeStore({ actor: canteen });
    uploads = new Uploads(store, {
      prepare: (one) => Promise.resolve({ file: one, picture: null }),
      send: (one, _to, tell) => {
        sent.push(one);
        told = tell;
        const cancel = async (): Promise<void> => void (cancelled += 1);
        return Promise.resolve({ start: () => undefined, pause: () => Promise.resolve(), cancel });
      },
    });
    provider.setValue(uploads);
    field = await mount(new LlStaffDishPhoto(), { store });
    field.addEventListener('ll-dish-photo', ({ photo }) => chosen.push(photo));
  });
  afterEach(() => {
    unmountAll();
    provider.setValue(undefined);
  });

  const words = (): string =>
    deepAll(field, 'p')
      .map((one) => one.textContent?.trim() ?? '')
      .join(' ');
  const pick = async (one: File): Promise<void> => {
    const [input] = deepAll(field, 'input');
    if (!(input instanceof HTMLInputElement)) throw new Error('nowhere to take one');
    const given = new DataTransfer();
    given.items.add(one);
    input.files = given.files;
    input.dispatchEvent(new Event('change'));
    await settled(field);
  };
  /** Waits till it is said: its first bytes are read from it before anybody knows what it is. */
  const says = (said: string): Promise<true> => until(() => words().includes(said));
  const isSent = (count = 1): Promise<true> => until(() => sent.length === count && told !== null);

  it('is sent with how far it is, and stands for the dish once the hub has it', async () => {
    await expectAccessible(field);
    await pick(file(JPEG));
    await isSent();
    told?.sent(3);
    await settled(field);
    expect(words()).to.contain('已传');
    await expectAccessible(field);
    told?.done(HASH);
    await settled(field);
    expect(chosen).to.deep.equal([HASH]);
    expect(deepAll(field, 'progress')).to.be.empty;
  });

  it('that no television shows is not sent at all, and it is said why and what to do', async () => {
    for (const [bytes, said] of [
      ['\x00\x00\x00\x18ftypheic\x00\x00\x00\x00', 'HEIC'],
      ['%PDF-1.7 a menu', '这不是照片'],
      ['', '空的'],
    ] as const) {
      await pick(file(bytes, 'IMG_0042.HEIC'));
      await says(said);
      expect(words()).to.contain(said).and.contain('写好的都还在');
    }
    await expectAccessible(field);
    expect([sent, uploads.list, chosen]).to.deep.equal([[], [], []]);
    await pick(file(JPEG));
    await isSent();
    expect(words(), 'another one is another try').not.to.contain('空的');
    expect(sent).to.have.length(1);
  });

  it('that the hub does not take says why, and leaves the dish the photo it had', async () => {
    await pick(file(JPEG));
    await isSent();
    told?.stopped({ why: 'too-many-pixels', mayGoOn: false });
    await settled(field);
    expect(words()).to.contain('太大了').and.contain('写好的都还在');
    expect([chosen, uploads.list]).to.deep.equal([[], []]);
  });

  it('waits where the hub’s disk is full: the rest can be saved, and it is given up in one press', async () => {
    await pick(file(JPEG));
    await isSent();
    told?.stopped({ why: 'disk-full', mayGoOn: true });
    await settled(field);
    expect(words()).to.contain('主机的磁盘没有地方了').and.contain('别的可以先保存');
    await expectAccessible(field);
    button(field, '不传了').click();
    await settled(field);
    expect([words(), cancelled, uploads.list, chosen]).to.deep.equal(['', 1, [], []]);
  });

  it('of forty megabytes is sent as small as it is seen, whatever makes it so heavy', async () => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [4200, 1000];
    canvas.getContext('2d')?.fillRect(0, 0, 900, 900);
    for (const width of [4200, 800]) {
      canvas.width = width;
      const photo = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg'));
      if (photo === null) throw new Error('no photo');
      const heavy = new File([photo, new Uint8Array(40 * 1024 * 1024)], 'IMG.jpg', { type: 'image/jpeg' });
      const ready = await prepared(heavy);
      expect(ready.file.size).to.be.below(2 * 1024 * 1024);
      const shown = await createImageBitmap(ready.file);
      expect(shown.width).to.equal(Math.min(3840, width));
    }
  });
});
