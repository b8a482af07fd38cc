import { ContextProvider } from '@lit/context';
import { deviceContext, mediaContext, storeContext } from '../../app/contexts.ts';
import { whenReady } from '../../app/ready.ts';
import { rememberDevice, type RememberedDevice } from '../../app/remembered-devices.ts';
import type { RowOf } from '../../domain/rows.ts';
import { setLocale } from '../../i18n/index.ts';
import { askWhoIAm } from '../../store/hub-api.ts';
import { openMediaLibrary } from '../../store/media/media-library.ts';
import { openStore } from '../../store/open-store.ts';
import { applyScale } from '../../ui/scale.ts';
import type { App, FaceElement } from './boot.ts';
import { remembered } from './identity.ts';

/** Opens what the device holds and shows the face. Nothing here waits for the hub. */
export async function runFace(
  device: RememberedDevice,
  open: (app: App) => Promise<FaceElement>,
): Promise<void> {
  const store = await openStore(device);
  const media = openMediaLibrary(store, device.config);
  let unscale = applyScale(device.config.panel, device.config.distanceMm);
  // Chinese is there at once; another language comes from the cache and redraws what is shown by then.
  void setLocale(device.config.locale);

  const root = document.createElement('div');
  new ContextProvider(root, { context: storeContext, initialValue: store });
  new ContextProvider(root, { context: mediaContext, initialValue: media });
  const deviceProvider = new ContextProvider(root, { context: deviceContext, initialValue: device.config });

  const element = await open({ store, device: device.config, media });
  root.append(element);
  document.body.append(root);

  const busy = (): boolean => element.busy?.() ?? false;
  whenReady(() => void import('../../app/after-ready.ts').then(({ afterReady }) => afterReady(store, busy)));
  void meetHub(device, busy);

  store.watch(
    (view) => view.get('device', 'deviceConfig', device.id),
    (config) => {
      if (config === undefined || same(config, deviceProvider.value)) return;
      rememberDevice({ ...device, config, lastUsedMs: Date.now() });
      unscale();
      unscale = applyScale(config.panel, config.distanceMm);
      void setLocale(config.locale);
      deviceProvider.setValue(config);
    },
    (error) => console.error(error),
  );
}

/**
 * Asks the hub, beside everything else, who this browser is now. Another actor (somebody signed in or out, a link was
 * opened) has another store: the page starts anew on it. No answer, or a refusal, changes nothing.
 */
async function meetHub(device: RememberedDevice, busy: () => boolean): Promise<void> {
  const me = await askWhoIAm(device.id);
  if (!me.ok) return;
  const now = remembered(me.value, Date.now());
  rememberDevice(now);
  if (now.actorKey !== device.actorKey && !busy()) location.reload();
}

const same = (a: RowOf<'deviceConfig'>, b: RowOf<'deviceConfig'>): boolean =>
  JSON.stringify(a) === JSON.stringify(b);
