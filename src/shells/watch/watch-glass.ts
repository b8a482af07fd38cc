import { tellAbilities } from '../../app/glass-abilities.ts';
import { setLoudness } from '../../app/loudness.ts';
import { KeepAwake } from '../../app/keep-awake.ts';
import { CountPlays } from '../../features/glass/model/count-plays.ts';
import type { RowOf } from '../../kernel/rows.ts';
import type { LocalStore } from '../../protocol/client/api.ts';
import { noteHealed } from '../../store/healed.ts';
import { readText, writeText } from '../../store/local-texts.ts';
import type { FaceElement } from '../boot/face.ts';
import { catchFaults } from './catch-faults.ts';
import { commandsOf } from './commands.ts';
import { FrameWatch } from './frame-watch.ts';
import { MediaWatch } from './media-watch.ts';
import { mayRenew, turnOf } from './night-renewal.ts';
import { ObeyCommands } from './obey-commands.ts';
import { driftPicture } from './picture-drift.ts';
import { Recoveries } from './recoveries.ts';
import { comesBack } from './start-anew.ts';

const LOOK_MS = 4000;
const NIGHT_LOOK_MS = 60_000;

/** What a face gives to be watched. */
interface Glass {
  readonly store: LocalStore;
  readonly device: RowOf<'deviceConfig'>;
  readonly shell: FaceElement;
  readonly busy: () => boolean;
}

/**
 * Sees to a kiosk or a screen that nobody touches for months: the display stays on, the picture does not burn in, what
 * stands still is made to go on, the page starts anew by night, and staff may ask something of it from afar. Returns the
 * disposer.
 */
export function watchGlass({ store, device, shell, busy }: Glass): () => void {
  const alarmed = (): boolean => shell.alarmed?.() ?? false;
  const isUsed = (): boolean => busy() || alarmed();
  const recoveries = new Recoveries({
    read: (remedy) => readText(`leling:tried:${device.id}:${remedy}`),
    write: (remedy, text) => writeText(`leling:tried:${device.id}:${remedy}`, text),
  });
  const awake = new KeepAwake((state) => tellAbilities({ awake: state }));
  awake.want();
  const reload = (): void => {
    noteHealed('picture-renewed');
    location.reload();
  };
  const unpainted = `leling:unpainted:${device.id}`;
  const media = new MediaWatch(shell, {
    may: (remedy) => (remedy !== 'reload' || comesBack(store)) && recoveries.may(remedy),
    remount: () => shell.remount?.(),
    reload,
    moved: () => noteHealed('film-nudged'),
  });
  const frames = new FrameWatch(LOOK_MS, {
    stuck: () => {
      if (!comesBack(store) || !recoveries.may('reload')) return false;
      reload();
      return true;
    },
    stood: (forMs) => noteHealed('page-stood', `${Math.round(forMs / 1000)} s`),
    renewed: {
      is: () => readText(unpainted) === 'yes',
      set: (is) => void writeText(unpainted, is ? 'yes' : 'no'),
    },
  });
  const counted = `leling:plays:${device.id}`;
  const plays = new CountPlays({
    now: () => performance.now(),
    time: () => store.time(),
    showing: () => (document.visibilityState === 'hidden' ? '' : showingOn(device)),
    heard: () => ['live', 'polling'].includes(store.status().link),
    tell: (report) => store.report(report),
    notes: { read: () => readText(counted), write: (text) => void writeText(counted, text) },
  });
  const looking = setInterval(() => {
    media.look();
    frames.look();
    plays.look();
  }, LOOK_MS);
  const night = setInterval(() => {
    const isDark = (document.documentElement.dataset['showing'] ?? '').startsWith('dark');
    const now = {
      time: store.time(),
      utcOffsetMinutes: store.utcOffsetMinutes,
      upMs: performance.now(),
      isUsed: isUsed(),
      comesBack: 'serviceWorker' in navigator && navigator.serviceWorker.controller !== null,
      isDark,
      turnMinutes: turnOf(device.id),
    };
    if (mayRenew(now)) location.reload();
  }, NIGHT_LOOK_MS);
  const { sound } = device;
  setLoudness(sound?.volume);
  // A kiosk says so itself: it may have been set at its own glass.
  if (device.kind === 'screen') tellAbilities({ volume: sound?.volume ?? 100 });
  const commands = commandsOf({ store, device, alarmed });
  const obeying = new ObeyCommands(store, {
    acts: commands,
    busy: isUsed,
    notes: {
      read: () => readText(`leling:asked:${device.id}`),
      write: (text) => writeText(`leling:asked:${device.id}`, text),
    },
  });
  // A dark glass is one more thing that a screen shows.
  tellAbilities({ can: [...Object.keys(commands), ...(device.kind === 'screen' ? ['dark'] : [])] });
  const stops = [
    catchFaults(store),
    () => awake.letGo(),
    () => clearInterval(looking),
    () => clearInterval(night),
    () => obeying.close(),
    ...(device.kind === 'screen' ? [driftPicture(shell)] : []),
  ];
  return () => stops.forEach((stop) => stop());
}

/** What stands on a glass; a kiosk says so of an emergency alone, and shows its pages else. */
const showingOn = ({ kind }: RowOf<'deviceConfig'>): string =>
  document.documentElement.dataset['showing'] ?? (kind === 'kiosk' ? 'kiosk:pages' : '');
