import type { RememberedDevice } from '../../src/app/remembered-devices.ts';
import '../../src/features/notices/board/notice-frame.ts';
import { locale } from '../../src/i18n/index.ts';
import { id } from '../../src/kernel/ids.ts';
import { LlAnotherHub } from '../../src/shells/boot/another-hub.ts';
import { LlPairingPage } from '../../src/shells/boot/pairing-page.ts';
import { LlPanelPage } from '../../src/shells/boot/panel-page.ts';
import { LlRemoteMenu } from '../../src/shells/boot/remote-menu.ts';
import { LlSignedOut } from '../../src/shells/boot/signed-out.ts';
import { LlTroublePage } from '../../src/shells/boot/trouble-page.ts';
import { LlScreen } from '../../src/shells/screen/screen.ts';
import type { Hall } from './board-glass.ts';
import type { FakeStore } from './fake-store.ts';
import { at } from './kiosk-centre.ts';
import { longNotice } from './long-centre.ts';
import { roomForScreen } from './room-for-screen.ts';
import { rememberedKiosk } from './remembered-kiosk.ts';
import { screenConfig } from './rows.ts';
import { sampleStore } from './sample-centre.ts';

/** What a whole television shows beside a board, or in place of one. */
export interface WholeGlass {
  readonly name: string;
  /** It is sized by its window, for whoever stands before it: nobody knows the panel yet, or what is left of it. */
  readonly isNear: boolean;
  /** Puts it on the page. */
  readonly show: (hall: Hall) => void;
}

const deviceIn = (hall: Hall): RememberedDevice => ({
  ...rememberedKiosk('dining-hall'),
  kind: 'screen',
  config: screenConfig({ ...hall, locale: locale() }),
});

function sayUrgent(store: FakeStore): FakeStore {
  const where = { kiosks: true, screens: 'all' } as const;
  const rest = { level: 'urgent', fromMs: 0, untilMs: null, by: '王经理', where } as const;
  return store.put('centre', 'notice', 'u', { ...longNotice, ...rest, id: id<'NoticeId'>('u') });
}

/** The dining hall's screen over lunch, with all it stands in. */
function screen(hall: Hall, store: FakeStore): void {
  const config = screenConfig(hall);
  const root = roomForScreen(store, config);
  root.append(new LlScreen(store, config));
  document.body.append(root);
}

function lunchtime(): FakeStore {
  const store = sampleStore(at(11, 10));
  store.setStatus({ lastSyncMs: at(8, 55) });
  return store;
}

const beside =
  (make: (device: RememberedDevice, store: FakeStore) => Element) =>
  (hall: Hall): void => {
    const store = lunchtime();
    screen(hall, store);
    document.body.append(make(deviceIn(hall), store));
  };

const alone =
  (make: (device: RememberedDevice) => Element) =>
  (hall: Hall): void =>
    document.body.append(make(deviceIn(hall)));

const trouble = (): LlTroublePage =>
  Object.assign(new LlTroublePage(), {
    kind: 'broken',
    detail: 'TypeError: Cannot read properties of undefined (reading ‘day’)',
  });

export const wholeGlasses: readonly WholeGlass[] = [
  {
    name: 'its hub has been away since breakfast',
    isNear: false,
    show: (hall) => {
      const store = lunchtime();
      store.setStatus({ link: 'away' });
      screen(hall, store);
    },
  },
  {
    name: 'an urgent notice',
    isNear: false,
    show: (hall) => screen(hall, sayUrgent(lunchtime())),
  },
  {
    name: 'signed out',
    isNear: false,
    show: beside((device, store) => Object.assign(new LlSignedOut(), { device, store })),
  },
  {
    name: 'signed out under an urgent notice',
    isNear: false,
    show: beside((device, store) => Object.assign(new LlSignedOut(), { device, store: sayUrgent(store) })),
  },
  {
    name: 'another hub',
    isNear: false,
    show: beside((device, store) => Object.assign(new LlAnotherHub(), { device, store })),
  },
  {
    name: 'asks how large it is',
    isNear: false,
    show: beside((device) => Object.assign(new LlRemoteMenu(), { device, asks: true })),
  },
  {
    name: 'which panel it is',
    isNear: true,
    show: alone((device) => Object.assign(new LlPanelPage(), { device, open: () => undefined })),
  },
  {
    name: 'its code',
    isNear: true,
    show: alone(() =>
      Object.assign(new LlPairingPage(), {
        face: 'screen',
        kind: 'screen',
        search: '',
        open: () => undefined,
      }),
    ),
  },
  { name: 'trouble', isNear: true, show: alone(trouble) },
];
