import { fork } from './answers.ts';
import { BucketPuller, type LeaderActions } from './bucket-puller.ts';
import type { EngineDeps } from './engine-deps.ts';
import { mergeJournal } from './journal-merge.ts';
import { OutboxSender, type SenderActions } from './outbox-sender.ts';
import { takePoke } from './take-page.ts';

/** Brings it: no first paint waits for it. */
export type LoadExchange = () => Promise<{ readonly Exchange: typeof Exchange }>;

/**
 * What a leader talks to the hub with, and what the answers do to the store. Nobody pushes or pulls before store and
 * journal agree, and what a face shows first stands in the store: so it is loaded beside the first paint.
 */
export class Exchange {
  readonly puller: BucketPuller;
  readonly sender: OutboxSender;
  readonly mergeJournal = mergeJournal;
  readonly fork = fork;
  readonly takePoke = takePoke;

  constructor(deps: EngineDeps, actions: LeaderActions & SenderActions) {
    this.puller = new BucketPuller(deps, actions);
    this.sender = new OutboxSender(deps, actions);
  }
}
