import { isText, shape } from '../../kernel/guards.ts';
import type { WireMutation } from './wire.ts';

/*
 * A change that its hub has is kept on the device until every backup of the hub has it too, in case one is put back. By
 * then nobody reads it there: it is sealed under a key that is the hub's and lies on no device. Its place in the chain and
 * its mid stay in the open. A hub that knows no seal holds it by its name, as any it does not know, until one opens it.
 */

/** The name a sealed change goes by. */
export const SEALED = 'sealed';

/** Longer ones stay as they are: what is about a person is short. */
export const SEALED_LIMIT = 64 * 1024;

export const SEAL_NONCE_BYTES = 12;
export const SEAL_TAG_BYTES = 16;

/** What is in the open of a sealed change: whose key it is under, and the nonce, what was sealed, and its tag, in base64. */
export interface SealedArgs {
  readonly by: string;
  readonly box: string;
}

export const isSealedArgs = shape<SealedArgs>({ by: isText, box: isText });

/** What is sealed of a change: all but its place. */
export const insideOf = ({ mid: _mid, seq: _seq, prev: _prev, age: _age, ...inside }: WireMutation) => inside;
