import type { LoadMending } from '../../src/protocol/client/mend.ts';
import type { Transport } from '../../src/protocol/client/ports.ts';
import type {
  AnswerHead,
  Poke,
  PullPage,
  PullRequest,
  PushAnswer,
  PushRequest,
} from '../../src/protocol/wire/wire.ts';
import type { Asker } from '../../src/protocol/hub/asker.ts';
import type { Build } from './builds.ts';
import type { Disk } from './disk.ts';
import type { FilesTamper } from './journal-disk.ts';
import type { StorageTamper } from './memory-storage.ts';
import type { SimDevice } from './sim-device.ts';
import type { Believing } from './lies.ts';
import type { HubTamper } from './sim-hub.ts';

/** What the harness changes between the product's parts to turn one mechanism off. Nothing is the product as it is. */
export interface Tamper {
  readonly storage?: (disk: Disk) => StorageTamper;
  readonly journalForgets?: boolean;
  readonly files?: FilesTamper;
  readonly transport?: (device: SimDevice, plain: Transport) => Transport;
  /** Changes a push on its way to the hub, and its answer on the way back. */
  readonly request?: (
    device: SimDevice,
    request: PushRequest,
    who: Asker,
  ) => { readonly request: PushRequest; readonly answer: (answer: PushAnswer) => PushAnswer };
  readonly pulled?: (
    device: SimDevice,
    request: PullRequest,
    who: Asker,
  ) => { readonly request: PullRequest; readonly answer: (page: PullPage) => PullPage };
  /** Changes what every answer carries. */
  readonly answers?: <H extends AnswerHead>(device: SimDevice, answer: H) => H;
  /** What is done about what is damaged on a disk. */
  readonly mending?: Partial<Awaited<ReturnType<LoadMending>>>;
  /** What it takes until that is loaded. */
  readonly mendingComes?: () => Promise<void>;
  /** What is made of an answer, whoever sent it. */
  readonly believing?: Believing;
  readonly nouns?: (build: Build) => Build['nouns'];
  readonly poke?: (poke: Poke) => Poke;
  readonly hub?: HubTamper;
  /** Devices seal now and then what their hub has. No switch of a mechanism, but it moves all that comes after. */
  readonly seals?: boolean;
}
