import { expect } from 'chai';
import { asideOf } from '../../src/sw/aside.ts';

describe('the second copy of the app, in the origin’s private files', () => {
  const aside = asideOf(caches);
  const folder = async (): Promise<FileSystemDirectoryHandle> =>
    (await navigator.storage.getDirectory()).getDirectoryHandle('leling-app', { create: true });
  const content = new TextEncoder().encode('a part of the app');
  const text = async (name: string): Promise<string> =>
    new TextDecoder().decode((await aside.read(name)) ?? undefined);

  afterEach(async () => {
    await (await navigator.storage.getDirectory()).removeEntry('leling-app', { recursive: true });
  });

  it('names what it holds whole', async () => {
    expect(await aside.write('file-1', content)).to.equal(true);
    expect(await aside.names()).to.deep.equal(['file-1']);
    expect(await text('file-1')).to.equal('a part of the app');
  });

  for (const gives of [true, false])
    it(`takes a file that a power cut left ${gives ? 'before it had its name' : 'with a name and nothing inside, where no file is given another name,'} for none, and has it written anew`, async () => {
      await aside.write('file-1', content);
      const here = await folder();
      const cut = gives ? 'begun-file-2' : 'file-2';
      // As far as it comes before its content is there.
      const getFileHandle = FileSystemDirectoryHandle.prototype.getFileHandle;
      FileSystemDirectoryHandle.prototype.getFileHandle = async function (name, options) {
        const handle = await getFileHandle.call(this, name, options);
        if (!gives) Object.defineProperty(handle, 'move', { value: undefined });
        if (name === cut) handle.createWritable = () => Promise.reject(new Error('the power is cut'));
        return handle;
      };
      try {
        expect(await aside.write('file-2', content)).to.equal(false);
      } finally {
        FileSystemDirectoryHandle.prototype.getFileHandle = getFileHandle;
      }
      expect((await (await here.getFileHandle(cut)).getFile()).size).to.equal(0);
      expect(await aside.names()).to.deep.equal(['file-1']);
      expect(await aside.write('file-2', content)).to.equal(true);
      expect([...(await aside.names())].sort()).to.deep.equal(['file-1', 'file-2']);
      expect(await text('file-2')).to.equal('a part of the app');
    });

  it('writes a file whole where the engine does not give it its name', async () => {
    const getFileHandle = FileSystemDirectoryHandle.prototype.getFileHandle;
    FileSystemDirectoryHandle.prototype.getFileHandle = async function (name, options) {
      const handle = await getFileHandle.call(this, name, options);
      Object.defineProperty(handle, 'move', { value: () => Promise.reject(new Error('not here')) });
      return handle;
    };
    try {
      expect(await aside.write('file-1', content)).to.equal(true);
    } finally {
      FileSystemDirectoryHandle.prototype.getFileHandle = getFileHandle;
    }
    expect(await aside.names()).to.deep.equal(['file-1']);
    expect(await text('file-1')).to.equal('a part of the app');
  });
});
