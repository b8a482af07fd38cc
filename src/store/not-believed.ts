import type { Guard } from '../kernel/guards.ts';
import type { Heard } from '../protocol/client/believe.ts';
import { judge, type Judgement } from '../protocol/client/judge.ts';
import { knownHub } from './known-hub.ts';
import { readText, writeText } from './local-texts.ts';

/** Set to the time another hub was heard at this address. */
const ANOTHER = 'leling:another-hub';
/** Somebody is asked again within this, and so is heard of again while they are there. */
const FRESH_MS = 3 * 60_000;
/** A hub that answered without an id may do so for so long. */
const OLDER_MS = 10 * 60_000;

let olderUntil = -Infinity;

/**
 * Judges an answer that was not believed, and remembers what it tells of who answers here.
 * @param named whether a good answer names what nobody else knows
 */
export function judged<T>(heard: Heard, isAnswer: Guard<T>, named: boolean): Judgement<T> {
  const mayBeOlder = named || performance.now() < olderUntil;
  const judgement = judge(heard, knownHub, { isAnswer, mayBeOlder });
  // One that names nobody may be believed where no id has been heard; it tells nothing of the next.
  if (judgement.type === 'older' && named && knownHub.id() !== null)
    olderUntil = performance.now() + OLDER_MS;
  if (judgement.type === 'another') noteAnother();
  return judgement;
}

function noteAnother(): void {
  writeText(ANOTHER, String(Date.now()));
}

/** Whether what answered here of late was the hub of another centre; to be asked while the own one is away. */
export function anotherHubAnswers(): boolean {
  return Math.abs(Date.now() - Number(readText(ANOTHER))) < FRESH_MS;
}
