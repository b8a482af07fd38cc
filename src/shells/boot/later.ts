import { afterReady } from '../../app/after-ready.ts';
import type { RememberedDevice } from '../../app/remembered-devices.ts';
import { setLocale } from '../../i18n/index.ts';
import type { RowOf } from '../../kernel/rows.ts';
import type { LocalStore } from '../../protocol/client/api.ts';
import { untilLoaded } from '../../store/until-loaded.ts';
import { fitGlass } from '../../ui/common/turn.ts';
import { watchForAnotherHub } from './another-hub.ts';
import type { FaceElement } from './face.ts';
import { keepConfig } from './keep-config.ts';
import { watchPanel } from './panel-line.ts';
import { watchRemote } from './remote-menu.ts';
import { shutDoors } from './shut-doors.ts';

interface Standing {
  readonly store: LocalStore;
  readonly device: RememberedDevice;
  readonly shell: FaceElement;
  readonly busy: () => boolean;
  /** Ends the sizes that the face was begun with. */
  readonly unscale: () => void;
  /** Tells the face what staff have set for this device. */
  readonly deviceProvider: { setValue(config: RowOf<'deviceConfig'>): void };
}

/** A request that was lost is made again after this long: a glass must not go on for months without what watches over it. */
const AGAIN_MS = 15_000;
const onceMore = (): void => undefined;

/** What is seen to once a face is on the glass. */
export function later({ store, device, shell, busy, deviceProvider, ...begun }: Standing): void {
  let { unscale } = begun;
  let known = device.config;
  keepConfig(store, device, (config) => {
    known = config;
    unscale = fitGlass(config, unscale);
    void setLocale(config.locale);
    deviceProvider.setValue(config);
  });
  afterReady(store, busy);
  if (device.kind === 'console') return;
  shutDoors();
  void untilLoaded(() => import('../watch/watch-glass.ts'), onceMore, AGAIN_MS).then(({ watchGlass }) =>
    watchGlass({ store, device: device.config, shell, busy }),
  );
  watchForAnotherHub(store, device, shell);
  if (device.kind === 'kiosk') watchPanel(store, device);
  if (device.kind === 'screen') {
    const canMeasure = (): boolean => ['live', 'polling'].includes(store.status().link);
    watchRemote({ canMeasure, isGuessed: () => known.panelGuessed === true, device, shell });
  }
}
