import { ContextProvider } from '@lit/context';
import { deviceContext, mediaContext, storeContext } from '../../app/contexts.ts';
import { useTypeface } from '../../app/fonts.ts';
import { whenReady } from '../../app/ready.ts';
import { reloadWhenQuiet } from '../../app/reload-when-quiet.ts';
import type { RememberedDevice } from '../../app/remembered-devices.ts';
import { setLocale } from '../../i18n/index.ts';
import { laterMedia } from '../../store/media/later-media.ts';
import { untilLoaded } from '../../store/until-loaded.ts';
import { openStore, type LoadNouns, type Seal } from '../../store/open-store.ts';
import { applyScale, filledGlass } from '../../ui/common/scale.ts';
import type { App, FaceElement } from './face.ts';
import type { Patience } from './patience.ts';

/** A face that never calls itself ready joins its hub all the same. */
const latestJoinMs = 3000;

/** Opens what the device holds and shows the face. Nothing here waits for the hub. */
export async function runFace(
  device: RememberedDevice,
  nouns: LoadNouns,
  open: (app: App) => Promise<FaceElement>,
  patience: Patience,
  seal?: Seal,
): Promise<void> {
  let busy = (): boolean => false;
  const told = {
    doesNotOpen: (error: unknown) => patience.failed(error),
    outgrown: () => reloadWhenQuiet(() => busy()),
  };
  const { store, join } = await openStore(device, nouns, told, seal);
  const media = laterMedia(store, device.config, () =>
    import('./wanted-files.ts').then(({ wantedFiles }) => wantedFiles(store, device.config)),
  );
  const { panel, distanceMm, rotate } = device.config;
  let unscale = applyScale(panel, distanceMm, filledGlass);
  if (rotate) unscale = (await import('../../ui/common/turn.ts')).fitGlass(device.config, unscale);
  // Chinese is there at once; another language comes from the cache and redraws what is shown by then.
  void setLocale(device.config.locale);

  const root = document.createElement('div');
  new ContextProvider(root, { context: storeContext, initialValue: store });
  new ContextProvider(root, { context: mediaContext, initialValue: media });
  const deviceProvider = new ContextProvider(root, { context: deviceContext, initialValue: device.config });

  const element = await open({ store, device: device.config, media });
  root.append(element);
  patience.over();
  document.body.append(root);
  const painted = onTheGlass();
  // A device that holds its rows first paints and then talks to the hub; one that holds none asks at once.
  if (store.status().loaded) void painted.then(() => join(painted));
  else join(painted);

  busy = () => element.busy?.() ?? false;
  whenReady(useTypeface);
  whenReady(() => media.start());
  const standing = { store, device, shell: element, busy: () => busy(), unscale, deviceProvider };
  const again = (): void => undefined;
  whenReady(
    () => void untilLoaded(() => import('./later.ts'), again, 15_000).then(({ later }) => later(standing)),
  );
  store.watchStatus(({ link }) => {
    if (link !== 'signed-out' || device.kind === 'console') return;
    void import('./say-while-signed-out.ts').then(({ sayWhileSignedOut }) =>
      sayWhileSignedOut(store, device, root, element),
    );
  });
  // The page it may have to give way to is another's: seen to once this one stands.
  void painted.then(() => import('./meet-hub.ts')).then(({ meetHub }) => meetHub(device, () => busy()));
}

/** Resolves when the face is on the glass; one that never says so is waited for no longer than others take. */
const onTheGlass = (): Promise<void> =>
  new Promise((resolve) => {
    whenReady(resolve);
    setTimeout(resolve, latestJoinMs);
  });
