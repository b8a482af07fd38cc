import { id } from '../../src/kernel/ids.ts';
import { Pusher } from '../bench/support/pusher.ts';
import { Browser } from '../support/browser.ts';
import type { HubProcess } from '../support/hub.ts';

/** What the manager does from afar while an engine's glass is watched. */
export interface Staff {
  /** A link by which another browser is signed in as the manager, once. */
  link(): Promise<string>;
  /** Lets a television in by its code. */
  confirm(code: string): Promise<void>;
  puts(screenId: string, item: { readonly show: string }): Promise<void>;
  takesDown(screenId: string): Promise<void>;
  /** Says something on every screen, at the foot of what it shows. */
  tells(title: string): Promise<void>;
  alarms(title: string): Promise<void>;
  lifts(): Promise<void>;
  /** Starts the exercise that has a film and a teacher. */
  starts(screenId: string): Promise<void>;
}

const SMOKE = id<'NoticeId'>('smoke');
const WATER = {
  noticeId: 'water',
  level: 'normal',
  body: null,
  untilMs: null,
  where: { kiosks: true, screens: 'all' },
} as const;
/** Of the sample's programmes the one with a film. */
const FILMED = 'baduanjin-standing';
const HOUR_MS = 3_600_000;

/** The manager, at the hub with what a console sends. */
export async function staffAt(hub: HubProcess): Promise<Staff> {
  const manager = new Browser(hub.url);
  await manager.open(hub.links.staff['manager'] ?? '');
  const console = new Pusher((body) => manager.post('/sync/push', body));
  return {
    async link() {
      const made: unknown = await (await manager.post('/api/accounts/manager/link', {})).json();
      return String(Reflect.get(Object(made), 'url'));
    },
    async confirm(code) {
      const as = { code, kind: 'screen', name: '新电视', place: '二楼' };
      const { status } = await manager.post('/api/pairing/confirm', as);
      if (status !== 200) throw new Error(`the code is refused: ${status}`);
    },
    puts: (screenId, item) =>
      console.push('screen.push', [{ screenIds: [screenId], item, untilMs: Date.now() + HOUR_MS }]),
    takesDown: (screenId) => console.push('screen.unpush', [{ screenIds: [screenId] }]),
    tells: (title) => console.push('notice.post', [{ ...WATER, title, fromMs: Date.now() }]),
    alarms: (title) => console.push('notice.alarm', [{ noticeId: SMOKE, title, body: null, untilMs: null }]),
    lifts: () => console.push('notice.withdraw', [{ noticeId: SMOKE }]),
    starts: (screenId) =>
      console.push('run.start', [{ screenId, programmeId: FILMED, sessionId: null, formKey: null }]),
  };
}
