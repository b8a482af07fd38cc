import { ContextProvider } from '@lit/context';
import { deviceContext, mediaContext, storeContext } from '../../app/contexts.ts';
import { useTypeface } from '../../app/fonts.ts';
import { whenReady } from '../../app/ready.ts';
import { reloadWhenQuiet } from '../../app/reload-when-quiet.ts';
import { rememberDevice, type RememberedDevice } from '../../app/remembered-devices.ts';
import type { RowOf } from '../../kernel/rows.ts';
import { setLocale } from '../../i18n/index.ts';
import type { LocalStore } from '../../protocol/client/api.ts';
import { laterMedia } from '../../store/media/later-media.ts';
import { openStore, type LoadNouns, type Seal } from '../../store/open-store.ts';
import { applyScale, filledGlass } from '../../ui/common/scale.ts';
import type { App, FaceElement } from './face.ts';
import { remembered } from './identity.ts';
import type { Patience } from './patience.ts';
import { askWhoIAm } from './who-am-i.ts';

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
  const media = laterMedia(store, device.config);
  let unscale = applyScale(device.config.panel, device.config.distanceMm, filledGlass);
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
  whenReady(() => void import('./later.ts').then(({ later }) => later(store, device, element, busy)));
  store.watchStatus(({ link }) => {
    if (link !== 'signed-out' || device.kind === 'console') return;
    void import('./signed-out.ts').then(({ sayWhileSignedOut }) =>
      sayWhileSignedOut(store, device, root, element),
    );
  });
  void meetHub(device, busy);

  onConfig(store, device, (config) => {
    unscale();
    unscale = applyScale(config.panel, config.distanceMm, filledGlass);
    void setLocale(config.locale);
    deviceProvider.setValue(config);
  });
}

/** Resolves when the face is on the glass; one that never says so is waited for no longer than others take. */
const onTheGlass = (): Promise<void> =>
  new Promise((resolve) => {
    whenReady(resolve);
    setTimeout(resolve, latestJoinMs);
  });

/** Remembers for the next cold start what staff have set for this device, and tells when it has changed. */
function onConfig(
  store: LocalStore,
  device: RememberedDevice,
  changed: (config: RowOf<'deviceConfig'>) => void,
): void {
  let known = device;
  store.watch(
    async (view) => ({
      config: (await view.get('device', 'deviceConfig', device.id)) ?? known.config,
      utcOffsetMinutes: (await view.list('centre', 'centre'))[0]?.utcOffsetMinutes ?? known.utcOffsetMinutes,
    }),
    (now) => {
      const before = known;
      known = { ...known, ...now, lastUsedMs: Date.now() };
      if (!same(now.config, before.config) || now.utcOffsetMinutes !== before.utcOffsetMinutes)
        rememberDevice(known);
      if (!same(now.config, before.config)) changed(now.config);
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
  // A person whose session has ended keeps their page: signing in again is asked for over it.
  if (me.value.account === null && device.actor.type === 'staff') return;
  const now = remembered(me.value, device, Date.now());
  // Where it is not kept, the page that comes would be this one again.
  if (rememberDevice(now) && now.actorKey !== device.actorKey && !busy()) location.reload();
}

const same = (a: RowOf<'deviceConfig'>, b: RowOf<'deviceConfig'>): boolean =>
  JSON.stringify(a) === JSON.stringify(b);
