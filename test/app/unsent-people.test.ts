import { expect } from 'chai';
import { createHubClient } from '../../src/app/hub-client.ts';
import { noteUnsent, unsentElsewhere } from '../../src/app/unsent-people.ts';
import { FakeStore } from '../support/fake-store.ts';
import { staff } from '../support/staff-centre.ts';

describe('Work that waits in this browser for its owner', () => {
  beforeEach(() => localStorage.clear());
  const cook = (): FakeStore => new FakeStore({ actor: staff('canteen') });
  const manager = (): FakeStore => new FakeStore({ actor: staff('manager') });

  it('is told to whoever is signed in: whose and how much, till it is sent', () => {
    const store = cook();
    noteUnsent(store);
    store.setStatus({ outbox: 2 });
    expect(unsentElsewhere(manager()).map(({ count }) => count)).to.deep.equal([2]);
    expect(unsentElsewhere(store), 'not to its owner').to.deep.equal([]);
    store.setStatus({ outbox: 0 });
    expect(unsentElsewhere(manager())).to.deep.equal([]);
  });

  it('is not made up from a list that somebody has damaged', () => {
    localStorage.setItem('leling:unsent', '[{"name":7},null,3');
    expect(unsentElsewhere(manager())).to.deep.equal([]);
    localStorage.setItem('leling:unsent', '[{"name":7},null]');
    expect(unsentElsewhere(manager())).to.deep.equal([]);
  });

  it('is where its owner signs in again in a browser that has forgotten which console it is', async () => {
    const store = cook();
    noteUnsent(store);
    store.setStatus({ outbox: 1 });
    const asked: string[] = [];
    const hub = (device: string | null) =>
      createHubClient(device, async (path) => {
        asked.push(path);
        return Response.json({ deviceId: 'console-1' });
      });
    const { actor } = store;
    const name = actor.type === 'staff' ? actor.name : '';
    await hub(null).signIn(name, '402917');
    await hub('console-new').signIn(name, '402917');
    expect(asked, 'a page keeps its console, and the work comes over').to.deep.equal([
      `/api/session?device=${actor.deviceId}`,
      '/api/session?device=console-new',
    ]);
  });
});
