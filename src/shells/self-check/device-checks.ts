import type { RememberedDevice } from '../../app/remembered-devices.ts';
import { t } from '../../i18n/index.ts';
import type { LocalStore } from '../../protocol/client/api.ts';
import { noNouns, openStore } from '../../store/open-store.ts';
import { askWhoIAm } from '../boot/who-am-i.ts';
import { panelTrouble } from '../boot/panel-line.ts';
import { pairAgainAddress } from '../boot/pair-again.ts';
import { panelAddress } from '../boot/tell-panel.ts';
import type { Check } from './checks.ts';
import { moment } from './moment.ts';
import { peopleCheck } from './people-check.ts';

const hourMs = 3_600_000;
/** More unsent than a busy day brings. */
const MANY = 500;
/** A clock that is off by more than this shows the wrong meal now and then. */
const tolerableMs = 60_000;

/** Opens a device's store; one that does not open is what is found here, not waited for. */
const openNow = (device: RememberedDevice): ReturnType<typeof openStore> =>
  new Promise((resolve, reject) => openStore(device, noNouns, { doesNotOpen: reject }).then(resolve, reject));

/** What one paired device of this browser holds and has still to send. */
export async function deviceChecks(device: RememberedDevice): Promise<readonly Check[]> {
  const [{ store }, me] = await Promise.all([openNow(device), askWhoIAm(device.id)]);
  return [
    time(store, me.ok ? me.value.hubNow : null),
    lastSync(store, device.utcOffsetMinutes),
    outbox(store, me),
    paired(device, store, me),
    ...(device.kind === 'kiosk' ? [await peopleCheck(store), panel(device)] : []),
  ];
}

type Answer = Awaited<ReturnType<typeof askWhoIAm>>;

const isRevoked = (me: Answer): boolean => !me.ok && me.error.type === 'unauthorised';
/** What answers is a hub, and not the one this device knows. */
const isOfAnother = (me: Answer): boolean => !me.ok && me.error.code === 'another-hub';

function time(store: LocalStore, hubNow: number | null): Check {
  const name = t('selfCheck.time.name');
  if (hubNow !== null) {
    const off = Math.round(Math.abs(Date.now() - hubNow) / 1000);
    const right = off * 1000 <= tolerableMs;
    return {
      name,
      verdict: right ? 'good' : 'mind',
      found: right ? t('selfCheck.time.confirmed') : offBy(off),
      remedy: right ? null : t('selfCheck.time.remedyOff'),
    };
  }
  const known = store.time().quality !== 'unknown';
  return {
    name,
    verdict: known ? 'good' : 'bad',
    found: known ? t('selfCheck.time.carried') : t('selfCheck.time.unknown'),
    remedy: known ? null : t('selfCheck.time.remedyUnknown'),
  };
}

/** How far a clock is off, in the largest unit that says it. */
function offBy(seconds: number): string {
  const minutes = Math.round(seconds / 60);
  const hours = Math.round(minutes / 60);
  if (hours >= 48) return t('selfCheck.time.offDays', { count: Math.round(hours / 24) });
  if (minutes >= 120) return t('selfCheck.time.offHours', { count: hours });
  return seconds >= 120
    ? t('selfCheck.time.offMinutes', { count: minutes })
    : t('selfCheck.time.off', { seconds });
}

function lastSync(store: LocalStore, offset: number): Check {
  const { lastSyncMs } = store.status();
  const { nowMs } = store.time();
  const name = t('selfCheck.sync.name');
  const remedy = t('selfCheck.sync.remedy');
  if (lastSyncMs === null) return { name, verdict: 'mind', found: t('selfCheck.sync.never'), remedy };
  const when = moment(lastSyncMs, nowMs, offset);
  if (nowMs === null) return { name, verdict: 'mind', found: t('selfCheck.sync.unsure', { when }), remedy };
  return nowMs - lastSyncMs > hourMs
    ? { name, verdict: 'mind', found: t('selfCheck.sync.late', { when }), remedy }
    : { name, verdict: 'good', found: t('selfCheck.sync.found', { when }), remedy: null };
}

function outbox(store: LocalStore, me: Answer): Check {
  const count = store.status().outbox;
  const name = t('selfCheck.outbox.name');
  if (count === 0) return { name, verdict: 'good', found: t('selfCheck.outbox.none'), remedy: null };
  if (isRevoked(me) || isOfAnother(me)) {
    const found = t('selfCheck.outbox.shut', { count });
    return { name, verdict: 'mind', found, remedy: t('selfCheck.outbox.shutRemedy') };
  }
  return count > MANY
    ? {
        name,
        verdict: 'mind',
        found: t('selfCheck.outbox.many', { count }),
        remedy: t('selfCheck.outbox.remedy'),
      }
    : { name, verdict: 'good', found: t('selfCheck.outbox.some', { count }), remedy: null };
}

function paired({ id, kind }: RememberedDevice, store: LocalStore, me: Answer): Check {
  const name = t('selfCheck.paired.name');
  if (me.ok) return { name, verdict: 'good', found: t('selfCheck.paired.good'), remedy: null };
  if (isRevoked(me)) {
    const found = t('selfCheck.paired.revoked');
    return { name, verdict: 'mind', found, remedy: t('selfCheck.paired.remedy') };
  }
  if (!isOfAnother(me)) return { name, verdict: 'good', found: t('selfCheck.paired.unproved'), remedy: null };
  const found = t('selfCheck.paired.other');
  if (kind === 'console')
    return { name, verdict: 'mind', found, remedy: t('selfCheck.paired.otherRemedyConsole') };
  const address = pairAgainAddress({ id, kind, waiting: store.status().outbox });
  const way = { label: t('selfCheck.paired.showCode'), address };
  return { name, verdict: 'mind', found, remedy: t('selfCheck.paired.otherRemedy'), way };
}

/** Whether the panel is as it is set, by the glass this page is on. */
function panel({ id, kind, config }: RememberedDevice): Check {
  const name = t('panel.check.name');
  const trouble = panelTrouble(config);
  if (trouble === null) {
    const found = t('panel.check.good', { inches: config.panel.diagonalInches });
    return { name, verdict: 'good', found, remedy: null };
  }
  const way = { label: t('panel.title'), address: panelAddress(kind, id) };
  return { name, verdict: 'mind', found: t(`panel.line.${trouble}`), remedy: t('panel.check.remedy'), way };
}
