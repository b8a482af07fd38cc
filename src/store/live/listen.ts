import { actorKeyOf, type Actor } from '../../kernel/mutation.ts';
import type { Client } from '../../protocol/client/open-client.ts';
import { deviceRandom } from '../device-ports.ts';
import { LiveHints } from './live-hints.ts';
import { SharedHints, takeLivePlace } from './live-places.ts';

/** A page without a place for a stream asks this often; what other pages' streams hear it is told at once. */
const ASK_EVERY_MS = 5000;

/** One connection a device, and not one for every face of a profile: the page that leads listens, or asks meanwhile. */
export function listen(actor: Actor, client: Client): void {
  const words = new URLSearchParams({ device: actor.deviceId, actor: actorKeyOf(actor) });
  let hints: LiveHints | undefined;
  const shared = new SharedHints((hint) => {
    if (hints === undefined) client.onPoke(hint);
  });
  const open = (): void => {
    hints = new LiveHints(`/sync/live?${words.toString()}`, deviceRandom, {
      up: () => client.setLive(true),
      down: () => client.setLive(false),
      poke: (poke) => {
        client.onPoke(poke);
        shared.tell(poke);
      },
      grants: () => client.syncNow(),
      renewed: () => void import('../healed.ts').then(({ noteHealed }) => noteHealed('live-renewed')),
    });
  };
  const ask = (): void => {
    if (hints !== undefined) return;
    client.syncNow();
    setTimeout(ask, ASK_EVERY_MS * (0.75 + deviceRandom.next() / 2));
  };
  takeLivePlace(open);
  setTimeout(ask, ASK_EVERY_MS);
}
