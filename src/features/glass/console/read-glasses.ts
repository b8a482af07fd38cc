import { inService } from '../../devices/model/retired.ts';
import type { View } from '../../../protocol/client/api.ts';

/** One of them; or, where it is null, all that hang. */
interface Meant {
  readonly only: string | null;
}

/** The screens that hang, what each says of itself, and all that decides what it should show; null before one hangs. */
export async function readGlasses(view: View, { only }: Meant) {
  const [centre] = await view.list('centre', 'centre');
  const all = await view.list('staff', 'device');
  const devices = only === null ? inService(all) : all.filter(({ id }) => id === only);
  const glasses = await view.list('staff', 'glass');
  // One that was never hung says nothing, and there is nothing to say of it here.
  const screens = devices.filter(
    ({ id, kind, pairedAtMs }) =>
      kind === 'screen' && (pairedAtMs !== null || glasses.some((glass) => glass.id === id)),
  );
  if (centre === undefined || screens.length === 0) return null;
  return {
    centre,
    screens,
    glasses,
    healths: await view.list('staff', 'deviceHealth'),
    menus: await view.list('centre', 'menu'),
    schedules: await view.list('centre', 'schedule'),
    pushes: await view.list('centre', 'push'),
    configs: await view.list('staff', 'deviceConfig'),
    runs: await view.list('centre', 'run'),
    programmes: await view.list('city', 'programme'),
    notices: await view.list('centre', 'notice'),
    days: await view.list('city', 'calendarDay'),
    courses: await view.list('centre', 'course'),
    changes: await view.list('centre', 'sessionChange'),
  };
}

export type Known = NonNullable<Awaited<ReturnType<typeof readGlasses>>>;
