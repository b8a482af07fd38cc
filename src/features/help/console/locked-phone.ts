import { anyAnswer, type HubClient } from '../../../app/hub-client.ts';
import { readText, writeText } from '../../../app/local-texts.ts';
import { t } from '../../../i18n/index.ts';
import { isText, oneOf, shape } from '../../../kernel/guards.ts';

/** How it stands with ringing this browser while it is locked. */
export type LockedRing =
  /** It cannot be: the browser has no such thing here, or the page is not secure. */
  | 'never'
  | 'off'
  | 'denied'
  | 'asking'
  /** Its push service is not to be had on this network: it rings while the page is open, and only then. */
  | 'unreachable'
  | 'hub-away'
  /** The try is on its way; nothing has been heard of it. */
  | 'sent'
  /** A try has come here. */
  | 'on';

const isKey = shape<{ readonly key: string }>({ key: isText });
const isTried = shape<{ readonly tried: 'sent' | 'unreachable' | 'gone' | 'not' }>({
  tried: oneOf('sent', 'unreachable', 'gone', 'not'),
});

const keptKey = 'leling:staff:ring';

const canBe = (): boolean =>
  window.isSecureContext &&
  'serviceWorker' in navigator &&
  'PushManager' in window &&
  'Notification' in window;

/** Rings a locked phone through its browser's own service, where there is one, and says how far that has been seen to work. */
export class LockedPhone {
  state: LockedRing = 'never';
  readonly #changed: () => void;
  readonly #hub: () => HubClient | undefined;

  constructor(hub: () => HubClient | undefined, changed: () => void) {
    this.#hub = hub;
    this.#changed = changed;
    if (canBe())
      this.state =
        Notification.permission === 'denied' ? 'denied' : readText(keptKey) === 'on' ? 'on' : 'off';
  }

  /** Hears of the worker that something has come for this phone. */
  listen(): void {
    if ('serviceWorker' in navigator) navigator.serviceWorker.addEventListener('message', this.#heard);
  }

  rest(): void {
    if ('serviceWorker' in navigator) navigator.serviceWorker.removeEventListener('message', this.#heard);
  }

  /** Asks the person, then the browser, then the hub, and lets it ring once to try. Never rejects. */
  async want(): Promise<void> {
    const hub = this.#hub();
    if (hub === undefined || !canBe()) return;
    this.#set('asking');
    if ((await Notification.requestPermission()) !== 'granted') return this.#set('denied');
    const key = await hub.ask('/api/ring/key', isKey);
    if (!key.ok) return this.#set('hub-away');
    const agreed = await agree(key.value.key);
    if (agreed === null) return this.#set('unreachable');
    const reply = await hub.ask('/api/ring', isTried, wanting(agreed, true));
    if (!reply.ok) return this.#set('hub-away');
    // It may have come before the answer.
    if (this.state !== 'on') this.#set(reply.value.tried === 'sent' ? 'sent' : 'unreachable');
  }

  async leave(): Promise<void> {
    const hub = this.#hub();
    writeText(keptKey, 'off');
    this.#set('off');
    const registration = await navigator.serviceWorker.getRegistration();
    await (await registration?.pushManager.getSubscription())?.unsubscribe();
    await hub?.ask('/api/ring', anyAnswer, { method: 'DELETE' });
  }

  readonly #heard = ({ data }: MessageEvent<unknown>): void => {
    if (typeof data !== 'object' || data === null || !('type' in data) || data.type !== 'RANG') return;
    writeText(keptKey, 'on');
    this.#set('on');
  };

  #set(state: LockedRing): void {
    this.state = state;
    this.#changed();
  }
}

/** Says again at a start what this browser has agreed to: its address may be another by now. Never rejects. */
export async function ringStill(hub: HubClient): Promise<void> {
  if (!canBe() || readText(keptKey) !== 'on' || Notification.permission !== 'granted') return;
  const key = await hub.ask('/api/ring/key', isKey);
  if (!key.ok) return;
  const agreed = await agree(key.value.key);
  if (agreed !== null) await hub.ask('/api/ring', isTried, wanting(agreed, false));
}

/** Has the browser agree with its push service. Null where that is not to be had. */
async function agree(key: string) {
  try {
    const { pushManager } = (await navigator.serviceWorker.getRegistration()) ?? {};
    if (pushManager === undefined) return null;
    const standing = await pushManager.getSubscription();
    if (standing !== null && !isOf(standing, key)) await standing.unsubscribe();
    const agreed = await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key });
    const { endpoint, keys: { p256dh = '', auth = '' } = {} } = agreed.toJSON();
    return endpoint === undefined || p256dh === '' ? null : { endpoint, keys: { p256dh, auth } };
  } catch (error) {
    console.warn(error);
    return null;
  }
}

/** Whether what was agreed was agreed with this hub. */
function isOf({ options }: PushSubscription, key: string): boolean {
  if (options.applicationServerKey === null) return false;
  const text = String.fromCharCode(...new Uint8Array(options.applicationServerKey));
  return btoa(text).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '') === key.replace(/=+$/, '');
}

/** Where this browser is rung from now on, and whether once at once to try. */
const wanting = (agreed: NonNullable<Awaited<ReturnType<typeof agree>>>, tries: boolean) =>
  ({ method: 'PUT', body: { ...agreed, words: wordsHere(), tries } }) as const;

/** The words as they are said here; what only the hub knows stays open in them. */
const wordsHere = () => ({
  help: t('staff.ring.help', OPEN),
  urgent: t('staff.ring.urgent', OPEN),
  alarm: t('staff.ring.alarm'),
  answered: t('staff.ring.answered', OPEN),
  over: t('staff.ring.over', OPEN),
  tried: t('staff.ring.tried'),
});
const OPEN = { place: '{place}', name: '{name}' } as const;
