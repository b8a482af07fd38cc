import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { nouns } from '../../../src/features/registry.ts';
import { BadSample, readSample } from '../../../src/hub/ops/sample/read-sample.ts';
import { TODAY } from '../../support/house.ts';

const policy = {
  id: 'care-1',
  category: 'care',
  title: 'today-30',
  titleEn: null,
  summary: 'today',
  body: ['today+7'],
  who: [],
  papers: [],
  where: 'today',
  hours: null,
  phone: null,
  source: 'today',
  author: null,
  reviewedOn: 'today-30',
  expiresOn: 'today+7',
  audio: null,
};
const account = { id: 'wang', name: '王经理', role: 'manager', active: true };

let house = '';
before(async () => {
  house = await mkdtemp(join(tmpdir(), 'leling-sample-'));
});
after(() => rm(house, { recursive: true }));

/** Reads a house in which one noun alone has this sample. */
async function sampleWith(noun: string, sample: unknown) {
  await rm(house, { recursive: true });
  await mkdir(join(house, noun), { recursive: true });
  await writeFile(join(house, noun, 'sample.json'), JSON.stringify(sample));
  return readSample(TODAY, pathToFileURL(`${house}/`));
}

const refused = (noun: string, sample: unknown, said: RegExp): Promise<void> =>
  assert.rejects(sampleWith(noun, sample), (error) => error instanceof BadSample && said.test(error.message));

describe("what the nouns' sample.json say", () => {
  it('is right, in every noun', async () => {
    assert.ok((await readSample(TODAY)).length > 250);
  });

  it('belongs to a noun of the registry: no sample lies where nobody reads it', async () => {
    const features = new URL('../../../src/features/', import.meta.url);
    const files = (await readdir(features, { recursive: true })).filter((file) => file.endsWith('.json'));
    for (const file of files)
      assert.ok(
        Object.keys(nouns).some((noun) => file === join(noun, 'sample.json')),
        file,
      );
  });

  it('counts days from the day of seeding, in dates and nowhere else', async () => {
    const [one] = await sampleWith('policies', { city: { policy: [policy] } });
    assert.deepEqual(one?.row, { ...policy, reviewedOn: '2026-10-23', expiresOn: '2026-11-29' });
  });

  it('may lack for a noun that has nothing to show', async () => {
    assert.equal((await sampleWith('accounts', { staff: { account: [account] } })).length, 1);
  });
});

describe('a sample.json that is wrong', () => {
  it('is named with the row and the reason, each of them', async () => {
    const bad = { staff: { account: [account, { ...account, id: 'li', role: 'cook' }, { id: 'chen' }] } };
    await refused('accounts', bad, /accounts\/sample\.json staff\.account\[1\] "li" \/role: .*canteen/s);
    await refused('accounts', bad, /staff\.account\[2\] "chen" .*add "name"/s);
  });

  it('does not take a date that is none for a relative one', () =>
    refused(
      'policies',
      { city: { policy: [{ ...policy, reviewedOn: 'tomorrow' }] } },
      /policy\[0\] "care-1" \/reviewedOn/,
    ));

  it("puts no row of another noun's, nor one into a bucket that does not hold it", async () => {
    await refused('menus', { staff: { account: [account] } }, /staff\.account: menus declares no such row/);
    await refused(
      'accounts',
      { city: { account: [account] } },
      /city\.account: this bucket does not hold it/,
    );
    await refused('accounts', { staff: { account: account } }, /staff\.account: wants a list of rows/);
  });
});
