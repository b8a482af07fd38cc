import { expect } from 'chai';
import { createHubClient } from '../../src/app/hub-client.ts';
import { noteUnsent, unsentOfOthers } from '../../src/app/unsent-people.ts';
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
    expect(unsentOfOthers(manager()).map(({ count }) => count)).to.deep.equal([2]);
    expect(unsentOfOthers(store), 'not to its owner').to.deep.equal([]);
    store.setStatus({ outbox: 0 });
    expect(unsentOfOthers(manager())).to.deep.equal([]);
  });

  it('is not made up from a list that somebody has damaged', () => {
    localStorage.setItem('leling:unsent', '[{"name":7},null,3');
    expect(unsentOfOthers(manager())).to.deep.equal([]);
    localStorage.setItem('leling:unsent', '[{"name":7},null]');
    expect(unsentOfOthers(manager())).to.deep.equal([]);
  });

  it('is where its owner signs in again, on whichever console of the browser they do', async () => {
    const store = cook();
    noteUnsent(store);
    store.setStatus({ outbox: 1 });
    const asked: string[] = [];
    const hub = createHubClient('console-new', async (path) => {
      asked.push(path);
      return Response.json({ deviceId: 'console-1' });
    });
    const { actor } = store;
    await hub.signIn(actor.type === 'staff' ? actor.name : '', '402917');
    await hub.signIn('somebody else', '402917');
    expect(asked).to.deep.equal([`/api/session?device=${actor.deviceId}`, '/api/session?device=console-new']);
  });
});
