import type { RememberedDevice } from '../../app/remembered-devices.ts';
import { civilMoment } from '../../kernel/time.ts';
import { formatNearDay, formatTimeAt, t } from '../../i18n/index.ts';
import type { LocalStore } from '../../protocol/client/api.ts';
import { noNouns, openStore } from '../../store/open-store.ts';
import { askWhoIAm } from '../boot/who-am-i.ts';
import type { Check, Verdict } from './checks.ts';

const hourMs = 3_600_000;
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
    outbox(store),
    paired(me),
  ];
}

function time(store: LocalStore, hubNow: number | null): Check {
  const name = t('selfCheck.time.name');
  if (hubNow !== null) {
    const off = Math.round(Math.abs(Date.now() - hubNow) / 1000);
    const right = off * 1000 <= tolerableMs;
    return {
      name,
      verdict: right ? 'good' : 'mind',
      found: right ? t('selfCheck.time.confirmed') : t('selfCheck.time.off', { seconds: off }),
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

function lastSync(store: LocalStore, offset: number): Check {
  const { lastSyncMs } = store.status();
  const { nowMs } = store.time();
  const name = t('selfCheck.sync.name');
  const remedy = t('selfCheck.sync.remedy');
  if (lastSyncMs === null) return { name, verdict: 'mind', found: t('selfCheck.sync.never'), remedy };
  const late = nowMs === null || nowMs - lastSyncMs > hourMs;
  const found = t('selfCheck.sync.found', { when: moment(lastSyncMs, nowMs, offset) });
  return { name, verdict: late ? 'mind' : 'good', found, remedy: late ? remedy : null };
}

function outbox(store: LocalStore): Check {
  const count = store.status().outbox;
  const verdict: Verdict = count > 500 ? 'mind' : 'good';
  return {
    name: t('selfCheck.outbox.name'),
    verdict,
    found: count === 0 ? t('selfCheck.outbox.none') : t('selfCheck.outbox.some', { count }),
    remedy: verdict === 'good' ? null : t('selfCheck.outbox.remedy'),
  };
}

function paired(me: Awaited<ReturnType<typeof askWhoIAm>>): Check {
  const revoked = !me.ok && me.error.type === 'unauthorised';
  return {
    name: t('selfCheck.paired.name'),
    verdict: revoked ? 'mind' : 'good',
    found: revoked ? t('selfCheck.paired.revoked') : t('selfCheck.paired.good'),
    remedy: revoked ? t('selfCheck.paired.remedy') : null,
  };
}

/** 今天 9:50, on the centre's clock. */
function moment(unixMs: number, nowMs: number | null, offset: number): string {
  const today = nowMs === null ? null : civilMoment(nowMs, offset).date;
  return `${formatNearDay(civilMoment(unixMs, offset).date, today)} ${formatTimeAt(unixMs, offset)}`;
}
