import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from '../../support/browser.ts';
import { problemIn, testHub, type TestHub } from '../http-support.ts';

const token = 'a-token-of-a-program-elsewhere';
const elsewhere = { 'x-forwarded-for': '192.0.2.7' };

/** What the hub counts tells a stranger when the house is empty; who looks after it has to see it all the same. */
describe('what the hub counts, and what it can be asked', () => {
  let hub: TestHub;
  let stranger: Browser;
  let managers: Browser;
  let cooks: Browser;
  before(async () => {
    hub = await testHub({ operatorToken: token });
    stranger = hub.browser();
    managers = await hub.opened(hub.links.json.staff['manager']);
    cooks = await hub.opened(hub.links.json.staff['canteen']);
  });
  after(() => hub.dispose());

  for (const path of ['/metrics', '/api/openapi.json']) {
    const asked = (headers: Readonly<Record<string, string>>): Promise<Response> =>
      stranger.fetch(path, { headers });

    it(`${path} is there for a program on the hub's own machine`, async () => {
      assert.equal((await asked({})).status, 200);
    });

    it(`${path} is not there for one elsewhere, also where a proxy lends it the machine's address`, async () => {
      assert.equal((await problemIn(await asked(elsewhere))).status, 401);
      const other = { ...elsewhere, authorization: 'Bearer another-token-of-a-program' };
      assert.equal((await problemIn(await asked(other))).status, 401);
    });

    it(`${path} is there for one elsewhere that has the token`, async () => {
      assert.equal((await asked({ ...elsewhere, authorization: `Bearer ${token}` })).status, 200);
    });

    it(`${path} is the manager's to see, and no cook's`, async () => {
      assert.equal((await managers.get(path, elsewhere)).status, 200);
      assert.equal((await problemIn(await cooks.get(path, elsewhere))).code, 'not-permitted');
    });
  }
});
