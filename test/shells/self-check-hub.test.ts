import { expect } from 'chai';
import '../../src/i18n/front-texts.ts';
import { hubCheck } from '../../src/shells/self-check/checks.ts';

describe('The self-check page, of the hub', () => {
  const trueFetch = window.fetch;

  afterEach(() => {
    window.fetch = trueFetch;
    localStorage.removeItem('leling:hub');
  });

  it('says that another hub answers here, with what to do: that it cannot be reached would send people to its plug', async () => {
    localStorage.setItem('leling:hub', 'ours');
    window.fetch = async () =>
      new Response(JSON.stringify({ version: '1' }), { headers: { 'leling-hub': 'the-neighbours' } });
    const line = await hubCheck();
    expect(line.verdict).to.equal('bad');
    expect(line.found).to.equal('这里应答的不是本中心的主机');
    expect(line.remedy).to.contain('网线');
  });
});
