import { expect } from 'chai';
import { LlKioskPolicies } from '../../../../src/features/policies/kiosk/kiosk-policies.ts';
import { kioskStore } from '../../../support/kiosk-centre.ts';
import { mountKiosk, words } from '../../../support/mount-kiosk.ts';
import { settled, unmountAll } from '../../../support/mount.ts';

describe('Policies at the kiosk', () => {
  afterEach(unmountAll);

  it('that the hub has not been asked for yet are not said to be none', async () => {
    const store = kioskStore();
    for (const { id } of await store.query((view) => view.list('city', 'policy')))
      store.remove('city', 'policy', id);
    store.setStatus({ loaded: false, link: 'away' });
    const page = await mountKiosk(new LlKioskPolicies(), store);
    expect(words(page)).to.contain('还没取来').and.to.contain('找人帮忙').and.not.to.contain('还没有内容');
    store.setStatus({ link: 'live' });
    await settled(page);
    expect(words(page), 'on its way').not.to.contain('还没');
    store.setStatus({ loaded: true });
    await settled(page);
    expect(words(page)).to.contain('还没有内容');
  });
});
