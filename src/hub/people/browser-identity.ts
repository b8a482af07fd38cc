import type { FastifyReply, FastifyRequest } from 'fastify';
import type { CentreId, DeviceId } from '../../kernel/ids.ts';
import type { DeviceTokens, PairedDevice } from './device-tokens.ts';
import type { LinkTarget } from './one-time-links.ts';
import { newSecret } from './secrets.ts';
import type { Sessions } from './sessions.ts';
import type { Account, StaffAccounts } from './staff-accounts.ts';
import { giveDevice, giveSession, heldDevices, heldSecrets } from '../http/cookies.ts';
import type { Enrolment } from './enrolment.ts';

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

/** The face of a device. */
export const faceOf = ({ deviceId, kind }: OpenedDevice): string =>
  `/${kind === 'console' ? 'staff' : kind}?device=${encodeURIComponent(deviceId)}`;

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

  /** Signs a person in on this browser, on a console of its own or one that is minted now. */
  async signInHere(
    centreId: CentreId,
    account: Account,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<DeviceId> {
    const deviceId =
      (await this.#freeConsole(centreId, account, request)) ?? (await this.#mint(centreId, account, reply));
    await this.signIn(deviceId, account, reply);
    return deviceId;
  }

  async signIn(deviceId: DeviceId, account: Account, reply: FastifyReply): Promise<void> {
    const secret = await this.#deps.sessions.begin(deviceId, account.id);
    giveSession(reply, deviceId, secret, this.#deps.secure);
    this.#deps.changed(deviceId);
  }

  async #mint(centreId: CentreId, account: Account, reply: FastifyReply): Promise<DeviceId> {
    const { enrolment, secure } = this.#deps;
    const name = [...`${account.name}的工作台`].slice(0, 40).join('');
    const deviceId = await enrolment.add(centreId, { kind: 'console', name, place: '工作台' });
    const token = newSecret();
    await enrolment.pair({ deviceId, centreId, kind: 'console' }, token);
    giveDevice(reply, deviceId, token, secure);
    return deviceId;
  }

  /** A console of this browser on which this person is signed in already, or nobody is. */
  async #freeConsole(
    centreId: CentreId,
    account: Account,
    request: FastifyRequest,
  ): Promise<DeviceId | undefined> {
    for (const { deviceId, secret } of heldDevices(request)) {
      const device = await this.#deps.tokens.prove(deviceId, secret);
      if (device?.kind !== 'console' || device.centreId !== centreId) continue;
      const { session } = heldSecrets(request, device.deviceId);
      const there =
        session === undefined ? undefined : await this.#deps.sessions.accountOf(device.deviceId, session);
      if (there === undefined || there === account.id) return device.deviceId;
    }
    return undefined;
  }
}
