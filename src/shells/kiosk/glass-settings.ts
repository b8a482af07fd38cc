import { tellAbilities } from '../../app/glass-abilities.ts';
import { isNumber, orMissing, shape } from '../../kernel/guards.ts';
import type { RowOf } from '../../kernel/rows.ts';
import { setLoudness, USUAL_LOUDNESS } from '../../ui/kiosk/sounds.ts';

/** What staff have set at this very glass; it goes before the configuration, until that says another volume. */
interface AtTheGlass {
  readonly volume?: number | undefined;
  /** The configuration's volume that it was set over. */
  readonly insteadOf?: number | undefined;
  /** Hundredths of how bright the panel is. */
  readonly brightness?: number | undefined;
}

const KEPT = 'leling:at-the-glass';
const isAtTheGlass = shape<AtTheGlass>({
  volume: orMissing(isNumber),
  insteadOf: orMissing(isNumber),
  brightness: orMissing(isNumber),
});

/** Darker, and nothing could be read any more. */
export const LEAST_BRIGHTNESS = 40;

const configured = (device: RowOf<'deviceConfig'> | undefined) => device?.sound ?? USUAL_LOUDNESS;

/** How loud and how bright this glass is. */
export function glassSettings(device: RowOf<'deviceConfig'> | undefined): {
  readonly volume: number;
  readonly brightness: number;
} {
  const sound = configured(device);
  const own = kept();
  return {
    volume: within(0, (own.insteadOf === sound.volume ? own.volume : undefined) ?? sound.volume),
    brightness: within(LEAST_BRIGHTNESS, own.brightness ?? 100),
  };
}

const within = (least: number, value: number): number => Math.min(Math.max(value, least), 100);

/** Makes the glass as loud and as bright as it is set, and tells staff how loud that is. */
export function useGlassSettings(device: RowOf<'deviceConfig'> | undefined): void {
  const { volume, brightness } = glassSettings(device);
  setLoudness({ ...configured(device), volume });
  tellAbilities({ volume });
  shade(brightness);
}

/** Sets this glass, and has it so after a cold start too. */
export function setGlass(
  device: RowOf<'deviceConfig'> | undefined,
  changed: { readonly volume?: number; readonly brightness?: number },
): void {
  const next = { ...glassSettings(device), ...changed, insteadOf: configured(device).volume };
  unkept = next;
  try {
    localStorage.setItem(KEPT, JSON.stringify(next));
    unkept = null;
  } catch (error) {
    // A full disk: it is so till the next start.
    console.error(error);
  }
  useGlassSettings(device);
}

/** What could not be kept on the disk. */
let unkept: AtTheGlass | null = null;

function kept(): AtTheGlass {
  if (unkept !== null) return unkept;
  try {
    const own: unknown = JSON.parse(localStorage.getItem(KEPT) ?? '{}');
    return isAtTheGlass(own) ? own : {};
  } catch {
    return {};
  }
}

/** A shade over everything: a page cannot turn the panel's lamp down. */
function shade(brightness: number): void {
  const cover = document.querySelector<HTMLElement>('.leling-shade') ?? newShade();
  cover.style.opacity = String((100 - brightness) / 100);
  cover.hidden = brightness === 100;
}

function newShade(): HTMLElement {
  const cover = document.createElement('div');
  cover.className = 'leling-shade';
  Object.assign(cover.style, {
    position: 'fixed',
    top: '0',
    right: '0',
    bottom: '0',
    left: '0',
    zIndex: '2147483647',
    background: '#000',
    pointerEvents: 'none',
  });
  document.body.append(cover);
  return cover;
}
