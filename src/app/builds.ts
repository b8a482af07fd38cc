import { isText, listOf, orNull, shape } from '../kernel/guards.ts';
import { healKinds, noteHealed } from '../store/healed.ts';
import { askWorker } from './ask-worker.ts';

/** How the builds on this device stand, by the service worker's word. */
interface BuildsHere {
  /** The key of one that is whole and waits until nobody uses a page. */
  readonly waiting: string | null;
  /** One that has the pages and has not yet shown that it works. */
  readonly trial: string | null;
  /** Those that did not work here, and why. */
  readonly bad: readonly { readonly id: string; readonly why: string }[];
}

interface Said extends BuildsHere {
  readonly healed: readonly { readonly kind: string; readonly detail: string }[];
}

const isSaid = shape<Said>({
  waiting: orNull(isText),
  trial: orNull(isText),
  bad: listOf(shape<Said['bad'][number]>({ id: isText, why: isText })),
  healed: listOf(shape<Said['healed'][number]>({ kind: isText, detail: isText })),
});

let heard: BuildsHere | null = null;

/** How the builds stood when the worker was last asked; null where it never answered. */
export const lastHeardOfBuilds = (): BuildsHere | null => heard;

/**
 * Says that this page is well and hears how the builds stand; what the worker has healed meanwhile is noted.
 * @param hub the id of the hub that the page has got through to; null before it has
 */
export async function askBuilds(look: boolean, hub: string | null): Promise<BuildsHere | null> {
  const said = await askWorker('HERE', { look, hub });
  if (!isSaid(said)) return null;
  heard = said;
  for (const { kind, detail } of said.healed) {
    const word = healKinds.find((one) => one === kind);
    if (word !== undefined) noteHealed(word, detail);
  }
  return said;
}
