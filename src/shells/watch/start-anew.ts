import { isText, shape } from '../../kernel/guards.ts';
import type { DeviceCommand } from '../../features/devices/model/command.ts';
import type { LocalStore } from '../../protocol/client/api.ts';
import { readText, writeText } from '../../store/local-texts.ts';

const KEY = 'leling:start-anew';
const isAsked = shape<{ askedId: string }>({ askedId: isText });

/**
 * Starts the page anew because staff asked for it. It is done once the next page is on the glass, which alone can say so:
 * so this promise never ends here.
 */
export function startAnewFor({ askedId }: DeviceCommand): Promise<never> {
  writeText(KEY, JSON.stringify({ askedId }));
  location.reload();
  return new Promise(() => undefined);
}

/** Whether this page is the one that a command asked for. */
export function isStartedFor({ askedId }: DeviceCommand): boolean {
  try {
    const asked: unknown = JSON.parse(readText(KEY) ?? 'null');
    return isAsked(asked) && asked.askedId === askedId;
  } catch {
    return false;
  }
}

/** Whether a page that is left comes again: from what lies on the device, else from a hub that answers. */
export function comesBack(store: LocalStore): boolean {
  const { link } = store.status();
  const isKept = 'serviceWorker' in navigator && navigator.serviceWorker.controller !== null;
  return isKept || link === 'live' || link === 'polling';
}
