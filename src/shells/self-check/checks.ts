import { sizeWords } from '../../i18n/size.ts';
import { capabilities, engineName, tierOf } from '../../app/capabilities.ts';
import { storage } from '../../app/health.ts';
import { t } from '../../i18n/index.ts';
import { isText, shape } from '../../kernel/guards.ts';
import { askHub } from '../../store/hub-client.ts';

/** `good`: nothing to do. `mind`: works, but somebody should look at it. `bad`: does not work like this. */
export type Verdict = 'good' | 'mind' | 'bad';

/** One thing looked at, in words for a person without any knowledge of computers. */
export interface Check {
  readonly name: string;
  readonly verdict: Verdict;
  /** What was found. */
  readonly found: string;
  /** What to do about it; null when nothing. */
  readonly remedy: string | null;
  /** Where one press does it. */
  readonly way?: { readonly label: string; readonly address: string };
}

const megabyte = 1024 * 1024;

const check = (name: string, verdict: Verdict, found: string, remedy: string): Check => ({
  name,
  verdict,
  found,
  remedy: verdict === 'good' ? null : remedy,
});

/** What can be said of the browser itself. */
export async function browserChecks(): Promise<readonly Check[]> {
  return [secure(), engine(), await offline(), ...(await space())];
}

function secure(): Check {
  const good = window.isSecureContext;
  return check(
    t('selfCheck.secure.name'),
    good ? 'good' : 'bad',
    good ? t('selfCheck.secure.good') : t('selfCheck.secure.bad'),
    t('selfCheck.secure.remedy', { address: location.origin }),
  );
}

function engine(): Check {
  const tier = tierOf(capabilities());
  const words = {
    full: t('selfCheck.engine.full'),
    good: t('selfCheck.engine.good'),
    basic: t('selfCheck.engine.basic'),
    none: t('selfCheck.engine.none'),
  };
  const verdict = tier === 'none' ? 'bad' : tier === 'basic' ? 'mind' : 'good';
  return check(
    t('selfCheck.engine.name'),
    verdict,
    `${engineName()} · ${words[tier]}`,
    tier === 'none' ? t('selfCheck.engine.remedyNone') : t('selfCheck.engine.remedyBasic'),
  );
}

async function offline(): Promise<Check> {
  const name = t('selfCheck.offline.name');
  const workers = 'serviceWorker' in navigator ? await navigator.serviceWorker.getRegistrations() : [];
  const good = workers.some((one) => one.active !== null);
  return check(
    name,
    good ? 'good' : 'mind',
    good ? t('selfCheck.offline.good') : t('selfCheck.offline.mind'),
    t('selfCheck.offline.remedy'),
  );
}

async function space(): Promise<readonly Check[]> {
  const { used, quota, persisted } = await storage();
  const word = persisted === null ? 'unknown' : persisted ? 'good' : 'mind';
  const kept = check(
    t('selfCheck.kept.name'),
    persisted === true ? 'good' : 'mind',
    t(`selfCheck.kept.${word}`),
    t('selfCheck.kept.remedy'),
  );
  if (used === null || quota === null || quota === 0) return [kept];
  const tight = used / quota > 0.8 || quota < 200 * megabyte;
  const room = check(
    t('selfCheck.room.name'),
    tight ? 'mind' : 'good',
    t(tight ? 'selfCheck.room.tight' : 'selfCheck.room.found', {
      used: sizeWords(used),
      quota: sizeWords(quota),
    }),
    t('selfCheck.room.remedy'),
  );
  return [kept, room];
}

const isHealth = shape<{ version: string }>({ version: isText });

/** Whether the centre's hub answers, and how fast. */
export async function hubCheck(): Promise<Check> {
  const asked = performance.now();
  const health = await askHub({ path: '/api/health' }, isHealth);
  const ms = Math.round(performance.now() - asked);
  if (!health.ok && health.error.code === 'another-hub')
    return check(t('selfCheck.hub.name'), 'bad', t('selfCheck.hub.other'), t('selfCheck.hub.otherRemedy'));
  return check(
    t('selfCheck.hub.name'),
    health.ok ? 'good' : 'mind',
    health.ok ? t('selfCheck.hub.good', { ms }) : t('selfCheck.hub.mind'),
    t('selfCheck.hub.remedy'),
  );
}
