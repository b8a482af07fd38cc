/** Version of the protocol. The released build spoke 1, which has no number and does not say whom it is for. */
export const PROTOCOL = 2;
/** Every answer of the hub carries its id in this header. */
export const HUB_HEADER = 'leling-hub';
/** Its list of a build says in this one when the process that answers was started, Unix ms: the last one has the latest build. */
export const STARTED_HEADER = 'leling-started';
/**
 * The most mutations in one push. With a hundred, ten thousand queued check-ins took twice as long: each push costs a
 * turn over the network and a sync of the log, whatever is in it.
 */
export const PUSH_LIMIT = 500;
/** The most mutations that a hub of protocol 1 takes in one push. */
export const OLDER_PUSH_LIMIT = 100;
/** The most characters of a mutation's arguments as JSON: no change of ours is near it. */
export const ARGS_LIMIT = 512 * 1024;
/** The most rows in one page of a pull. */
export const PAGE_LIMIT = 1000;
