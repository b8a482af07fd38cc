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

  it('takes a file that a power cut left with a name and nothing inside for none, and has it written anew', async () => {
    await aside.write('file-1', content);
    // As far as it comes before its content is there.
    const here = await folder();
    const begun = here.getFileHandle.bind(here);
    const getFileHandle = FileSystemDirectoryHandle.prototype.getFileHandle;
    FileSystemDirectoryHandle.prototype.getFileHandle = async function (name, options) {
      const handle = await getFileHandle.call(this, name, options);
      if (name === 'file-2') handle.createWritable = () => Promise.reject(new Error('the power is cut'));
      return handle;
    };
    try {
      expect(await aside.write('file-2', content)).to.equal(false);
    } finally {
      FileSystemDirectoryHandle.prototype.getFileHandle = getFileHandle;
    }
    expect((await (await begun('file-2')).getFile()).size).to.equal(0);
    expect(await aside.names()).to.deep.equal(['file-1']);
    expect(await aside.write('file-2', content)).to.equal(true);
    expect([...(await aside.names())].sort()).to.deep.equal(['file-1', 'file-2']);
    expect(await text('file-2')).to.equal('a part of the app');
  });
});
