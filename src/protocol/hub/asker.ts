import type { BucketName } from '../../kernel/buckets.ts';
import { grantsOf } from '../../kernel/grants.ts';
import { actorKeyOf, type Actor } from '../../kernel/mutation.ts';
import type { AskedAs, PushBody } from '../wire/wire.ts';
import type { ClientRecord } from './ports.ts';

/** Who asks, as the routes have made sure of it. */
export interface Asker {
  readonly actor: Actor;
  /** `DEVICE/ACTOR`: whose chains it may push to. */
  readonly owner: string;
  readonly grants: readonly BucketName[];
}

export const askerOf = (actor: Actor, grants = grantsOf(actor)): Asker => ({
  actor,
  owner: `${actor.deviceId}/${actorKeyOf(actor)}`,
  grants,
});

/** A request is another's than its credentials are: nothing of it is looked at, and nothing is told of the chain. */
export interface OtherActor {
  readonly otherActor: true;
}
export const otherActor: OtherActor = { otherActor: true };

/** Whether a request is for the actor its credentials are of. A build before protocol 2 does not say whom it is for. */
export const speaksFor = ({ actor }: Asker, request: AskedAs): boolean =>
  request.actor === undefined || request.actor === actorKeyOf(actor);

/** A chain belongs to one (device, actor) for ever; only its owner's own copy of it forks. */
export const isOwnChain = ({ owner }: Asker, chain: ClientRecord | undefined): boolean =>
  chain === undefined || chain.owner === owner;

/**
 * Work of a build that does not say whose it is, from a console nobody is signed in on: a person has made it, who has
 * to sign in again, and it must not end refused as the console's.
 */
export const isNobodys = ({ actor }: Asker, request: PushBody): boolean =>
  request.actor === undefined &&
  request.muts.length > 0 &&
  actor.type === 'device' &&
  actor.deviceKind === 'console';
