import type { FastifyReply, FastifyRequest } from 'fastify';
import type { CentreId, DeviceId } from '../../kernel/ids.ts';
import type { DeviceTokens, PairedDevice } from './device-tokens.ts';
import type { LinkTarget } from './one-time-links.ts';
import { newSecret } from './secrets.ts';
import type { Sessions } from './sessions.ts';
import type { Account, StaffAccounts } from './staff-accounts.ts';
import { giveDevice, giveSession, heldDevices, heldSecrets } from '../http/cookies.ts';
import type { Enrolment, NewDevice } from './enrolment.ts';

interface Deps {
  readonly tokens: DeviceTokens;
  readonly sessions: Sessions;
  readonly staff: StaffAccounts;
  readonly enrolment: Enrolment;
  /** Told when somebody has signed in on a device. */
  readonly changed: (deviceId: string) => void;
  readonly secure: boolean;
}

/** What a browser has become. */
export type OpenedDevice = Pick<PairedDevice, 'deviceId' | 'kind'>;

/** The face of a device; a glass is told that it has been paired just now, and has to keep what it proves that with. */
export const faceOf = ({ deviceId, kind }: OpenedDevice): string =>
  kind === 'console'
    ? `/staff?device=${encodeURIComponent(deviceId)}`
    : `/${kind}?device=${encodeURIComponent(deviceId)}&paired`;

/** Makes a browser a device, or a person's console, by handing it the cookies. */
export class BrowserIdentity {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** Does what a link is for. Returns what the browser is now; undefined when the link's target is gone. */
  async open(
    link: LinkTarget,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<OpenedDevice | undefined> {
    if (link.target === 'account') {
      const account = await this.#deps.staff.active(link.centreId, link.targetId);
      if (account === undefined) return undefined;
      const deviceId = await this.signInHere(link.centreId, account, request, reply);
      return { deviceId, kind: 'console' };
    }
    const device = await this.#deps.enrolment.find(link.centreId, link.targetId);
    if (device === undefined) return undefined;
    const token = newSecret();
    await this.#deps.enrolment.pair(
      { deviceId: device.id, centreId: link.centreId, kind: device.kind },
      token,
    );
    giveDevice(reply, device.id, token, this.#deps.secure);
    return { deviceId: device.id, kind: device.kind };
  }

  /** Signs a person in on this browser, on a console it has or one that is minted now. */
  async signInHere(
    centreId: CentreId,
    account: Account,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<DeviceId> {
    const deviceId =
      (await this.#consoleFor(centreId, account, request)) ?? (await this.#mint(centreId, account, reply));
    await this.signIn(deviceId, account, reply);
    return deviceId;
  }

  async signIn(deviceId: DeviceId, account: Account, reply: FastifyReply): Promise<void> {
    const secret = await this.#deps.sessions.begin(deviceId, account.id);
    giveSession(reply, deviceId, secret, this.#deps.secure);
    this.#deps.changed(deviceId);
  }

  /**
   * Gives a browser that has lost its cookies back the console it still remembers being, with the unsent work in it:
   * to a person who has been signed in there before, or when the centre has forgotten the console meanwhile. A browser
   * that had it until now has to sign in again. False where the console is others', whoever asks.
   */
  async reclaim(
    centreId: CentreId,
    account: Account,
    deviceId: DeviceId,
    reply: FastifyReply,
  ): Promise<boolean> {
    const { enrolment, sessions, tokens } = this.#deps;
    const console = await enrolment.find(centreId, deviceId);
    if (console === undefined) {
      if (!CONSOLE_ID.test(deviceId) || (await tokens.isPaired(deviceId))) return false;
      await enrolment.add(centreId, consoleOf(account), deviceId);
    } else if (console.kind !== 'console' || !(await sessions.hasBeenOn(deviceId, account.id))) return false;
    await this.#pair(centreId, deviceId, reply);
    await this.signIn(deviceId, account, reply);
    return true;
  }

  async #mint(centreId: CentreId, account: Account, reply: FastifyReply): Promise<DeviceId> {
    const deviceId = await this.#deps.enrolment.add(centreId, consoleOf(account));
    await this.#pair(centreId, deviceId, reply);
    return deviceId;
  }

  async #pair(centreId: CentreId, deviceId: DeviceId, reply: FastifyReply): Promise<void> {
    const token = newSecret();
    await this.#deps.enrolment.pair({ deviceId, centreId, kind: 'console' }, token);
    giveDevice(reply, deviceId, token, this.#deps.secure);
  }

  /**
   * The console of this browser for a person: where they are signed in; else where they have been, whoever is there now,
   * since their work may lie under it; else one that is free.
   */
  async #consoleFor(
    centreId: CentreId,
    account: Account,
    request: FastifyRequest,
  ): Promise<DeviceId | undefined> {
    let known: DeviceId | undefined;
    let free: DeviceId | undefined;
    for (const held of heldDevices(request)) {
      const device = await this.#deps.tokens.prove(held.deviceId, held.secret);
      if (device?.kind !== 'console' || device.centreId !== centreId) continue;
      const { deviceId } = device;
      const { session } = heldSecrets(request, deviceId);
      const there = session === undefined ? undefined : await this.#deps.sessions.find(deviceId, session);
      if (there?.accountId === account.id) return deviceId;
      if (await this.#deps.sessions.hasBeenOn(deviceId, account.id)) known ??= deviceId;
      if (there === undefined) free ??= deviceId;
    }
    return known ?? free;
  }
}

/** What consoles are called here, as `Enrolment` names them. */
const CONSOLE_ID = /^console-[0-9a-f]{10}$/;

const consoleOf = ({ name }: Account): NewDevice => ({
  kind: 'console',
  name: [...`${name}的工作台`].slice(0, 40).join(''),
  place: '工作台',
});
