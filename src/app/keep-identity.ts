import { isText, shape } from '../kernel/guards.ts';
import type { LocalStore } from '../protocol/client/api.ts';
import { anyAnswer, askHub } from '../store/hub-client.ts';
import { readText } from '../store/local-texts.ts';
import { noteHealed } from '../store/healed.ts';
import { changeIdentity, readIdentity, type Proof } from '../store/identity/identity-copies.ts';
import { rememberDevice, type RememberedDevice } from './remembered-devices.ts';
import { identityKeys, restoreDevices } from './restore-devices.ts';

/** A hub or a disk that did not take it is asked again after so long. */
const AGAIN_MS = 60_000;

/** How it went with being a device: it is, for every later start or for this page alone; the hub has not heard it yet. */
type Becoming = 'lasting' | 'here' | 'unheard';

/**
 * Makes this browser the kiosk or screen that its hub has just paired: first what that is proved with, then who it is. While
 * the hub has not heard it the pairing is not done. A browser that can keep nothing is not kept waiting.
 * @param isNew it has just been paired: whoever has a copy of this disk from before must not come in by what it proved
 */
export async function becomeDevice(device: RememberedDevice, isNew: boolean): Promise<Becoming> {
  // What else was lost comes back first: the copies are about to be brought up to what stands here.
  await recoverDevices();
  if ((await keepProof(device.id, isNew)) === 'unheard') return 'unheard';
  const lasts = rememberDevice(device);
  await copyDevices();
  return lasts ? 'lasting' : 'here';
}

/**
 * Keeps who this browser is in more places than Local Storage, and tells the hub what a kiosk or screen proves it with: at
 * once, and once the hub has been heard of.
 */
export function keepIdentityOf(store: LocalStore): void {
  const { actor } = store;
  const report = (error: unknown): void => console.error(error);
  void copyDevices().catch(report);
  if (actor.type !== 'device' || actor.deviceKind === 'console') return;
  let [nextMs, done] = [0, false];
  store.watchStatus(({ link }) => {
    if (done || performance.now() < nextMs || (link !== 'live' && link !== 'polling')) return;
    nextMs = performance.now() + AGAIN_MS;
    keepProof(actor.deviceId)
      .then((how) => (done = how === 'kept'))
      .catch(report);
  });
}

/** What is in Local Storage, into the other places: as it is by then, since other pages of the browser are paired meanwhile. */
export async function copyDevices(): Promise<void> {
  await changeIdentity((now) => {
    const then: Record<string, string> = { ...now.texts };
    for (const key of identityKeys) {
      const text = readText(key);
      if (text !== null && text !== '') then[key] = text;
    }
    return JSON.stringify(then) === JSON.stringify(now.texts) ? now : { ...now, texts: then };
  });
}

/** Puts back what Local Storage has lost. True when a device was. */
export async function recoverDevices(): Promise<boolean> {
  const { texts } = await readIdentity();
  const recovered = restoreDevices(texts);
  if (recovered.length > 0) noteHealed('identity-recovered', recovered.join(', '));
  return recovered.length > 0;
}

/** How it stands with a proof: disk and hub have it; no disk or no hub takes such a thing; the hub has not heard it yet. */
type Keeping = 'kept' | 'not-taken' | 'unheard';

/**
 * Puts a proof of this device on the disk, and tells the hub of it when it is there. Where both have it nothing that the
 * browser has not written yet ends the pairing.
 */
async function keepProof(deviceId: string, isNew = false): Promise<Keeping> {
  const fresh = newProof();
  let proof = '';
  const kept = await changeIdentity((now) => {
    const had = now.proofs[deviceId];
    // One that was about to be put in the place of another may be what the hub knows.
    proof = isNew ? fresh : (had?.next ?? had?.proof ?? fresh);
    return had?.proof === proof ? now : withProof(now, deviceId, { proof, before: knownBefore(had, proof) });
  });
  if (!kept) return 'not-taken';
  const body = { proof };
  const told = await askHub({ method: 'POST', path: '/api/pairing/kept', device: deviceId, body }, anyAnswer);
  if (told.ok) return 'kept';
  return ['away', 'throttled', 'problem'].includes(told.error.type) ? 'unheard' : 'not-taken';
}

/** How it ended: this browser is the device again; the hub does not answer; it lets nobody in by what is kept here. */
type Recovery = 'recovered' | 'away' | 'refused';

const isDevice = shape<{ readonly deviceId: string }>({ deviceId: isText });

/** Gets a device whose cookie is gone let in again by its proof; one page at a time. */
export function recoverToken(deviceId: string): Promise<Recovery> {
  return navigator.locks.request(`leling:${deviceId}:proof`, async () => {
    // Another page may have been here.
    const before = await letIn(deviceId);
    if (before !== 'refused') return before;
    const had = (await readIdentity()).proofs[deviceId];
    if (had === undefined) return 'refused';
    const fresh = had.next ?? newProof();
    // On the disk first: a proof that was used while its next one was lost would look like a copied disk's.
    const kept = await changeIdentity((now) => withProof(now, deviceId, { ...had, next: fresh }));
    const next = kept ? fresh : had.proof;
    const proved = await prove(deviceId, [had.proof, ...(had.before ?? [])], next);
    if (proved !== 'recovered') return proved;
    await changeIdentity((now) => withProof(now, deviceId, { proof: next, before: knownBefore(had, next) }));
    const after = await letIn(deviceId);
    if (after === 'recovered') noteHealed('token-recovered', deviceId);
    return after;
  });
}

/** A hub that was put back to a time before knows none of the newest, but one from before it. One that was used ends it. */
async function prove(deviceId: string, proofs: readonly string[], next: string): Promise<Recovery> {
  for (const proof of proofs) {
    const body = { deviceId, proof, next };
    const reply = await askHub({ method: 'POST', path: '/api/pairing/recover', body }, isDevice);
    if (reply.ok) return 'recovered';
    if (!['unauthorised', 'unknown'].includes(reply.error.type)) return 'away';
    if (reply.error.code !== 'no-such-proof') return 'refused';
  }
  return 'refused';
}

async function letIn(device: string): Promise<Recovery> {
  const me = await askHub({ path: '/api/me', device }, anyAnswer);
  if (me.ok) return 'recovered';
  return me.error.type === 'unauthorised' ? 'refused' : 'away';
}

/** So many from before are tried. */
const MOST_BEFORE = 3;

/** What a hub may know that was put back to a time before this proof. */
const knownBefore = (had: Proof | undefined, now: string): readonly string[] =>
  had === undefined
    ? []
    : [had.next ?? had.proof, had.proof, ...(had.before ?? [])]
        .filter((one, at, all) => one !== now && all.indexOf(one) === at)
        .slice(0, MOST_BEFORE);

const withProof = <T extends { readonly proofs: Readonly<Record<string, Proof>> }>(
  now: T,
  deviceId: string,
  proof: Proof,
): T => ({ ...now, proofs: { ...now.proofs, [deviceId]: proof } });

/** 256 random bits. */
const newProof = (): string =>
  btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(32))))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '');
