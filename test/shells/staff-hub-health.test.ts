import { assert } from 'chai';
import '../../src/shells/staff/staff-hub-health.ts';
import '../../src/shells/staff/staff-sync-line.ts';
import { createHubClient } from '../../src/app/hub-client.ts';
import '../../src/i18n/staff-texts.ts';
import { t } from '../../src/i18n/index.ts';

describe('what the console says of its hub', () => {
  it('each trouble in plain words with its remedy, and one of a newer hub without its code', async () => {
    const card = document.createElement('ll-staff-hub-health');
    card.troubles = [
      { code: 'disk-full', since: 1 },
      { code: 'backup-late', since: 1 },
      { code: 'clock-unsure', since: 1 },
      { code: 'moon-full', since: 1 },
    ];
    document.body.append(card);
    await card.updateComplete;
    const text = card.renderRoot.textContent ?? '';
    assert.include(text, t('staff.hub.what.disk-full'));
    assert.include(text, t('staff.hub.remedy.backup-late'));
    // What a newer hub has found has no word here yet, and its code is nobody's to read.
    assert.include(text, t('staff.hub.other'));
    assert.notInclude(text, 'moon-full');
    // The clock has a card of its own.
    assert.notInclude(text, 'clock-unsure');
    card.remove();
  });

  it('lost data is said till the manager has pressed and the hub has heard it', async () => {
    const card = document.createElement('ll-staff-hub-health');
    let heard = false;
    card.hub = createHubClient('console-1', async (path) => {
      heard = path.startsWith('/api/health/confirm');
      return new Response(null, { status: heard ? 204 : 500 });
    });
    card.troubles = [{ code: 'data-lost', since: 1 }];
    document.body.append(card);
    await card.updateComplete;
    assert.isFalse(card.hidden);
    card.renderRoot.querySelector('button')?.click();
    while (!card.hidden) await new Promise(requestAnimationFrame);
    assert.isTrue(heard);
    card.remove();
  });
});
