import { randomBytes } from 'node:crypto';
import { id, type CentreId, type DeviceId } from '../../kernel/ids.ts';
import type { DeviceKind } from '../../kernel/mutation.ts';
import type { RowOf } from '../../kernel/rows.ts';
import type { DeviceTokens, PairedDevice } from './device-tokens.ts';
import type { Authentication } from './authentication.ts';
import { forgetConsole } from './old-consoles.ts';
import type { RecoveryProofs } from './recovery-proofs.ts';
import type { HubDeps } from '../deps.ts';

type DeviceConfig = RowOf<'deviceConfig'>;
type Row = RowOf<'device'>;

/** Where a device nobody has described yet is taken to stand, and what it is taken to be. */
const PLAIN: Record<DeviceKind, Omit<DeviceConfig, 'id' | 'kind' | 'name' | 'place'>> = {
  kiosk: {
    panel: { diagonalInches: 21.5, widthPx: 1080, heightPx: 1920 },
    distanceMm: 650,
    canteenId: null,
    room: null,
    oneDecoder: true,
    mediaBudgetMB: 512,
    locale: 'zh-CN',
  },
  screen: {
    panel: { diagonalInches: 55, widthPx: 1920, heightPx: 1080 },
    distanceMm: 5000,
    canteenId: null,
    room: null,
    oneDecoder: true,
    mediaBudgetMB: 1024,
    locale: 'zh-CN',
  },
  console: {
    panel: { diagonalInches: 24, widthPx: 1920, heightPx: 1080 },
    distanceMm: 600,
    canteenId: null,
    room: null,
    oneDecoder: false,
    mediaBudgetMB: 64,
    locale: 'zh-CN',
  },
};

/** As often as what a signed-off glass says of itself is written down. */
const SAID_EACH_MS = 30_000;

/** What a glass that is not let in says: which device it was, and how much that has not sent yet. */
interface AskedBack {
  readonly deviceId: DeviceId;
  readonly kind: DeviceKind;
  readonly waiting: number;
}

/** What staff say of a new device. */
export interface NewDevice {
  readonly kind: DeviceKind;
  readonly name: string;
  readonly place: string;
  /** The diagonal of its glass, in inches, where they know it. */
  readonly diagonalInches?: number | undefined;
  /** How far away its farthest reader is, where they know it. */
  readonly distanceMm?: number | undefined;
}

/** Devices coming to a centre and leaving it: their rows, and the token that proves them. */
export class Enrolment {
  readonly #deps: HubDeps;
  readonly #tokens: DeviceTokens;
  readonly #proofs: RecoveryProofs;
  readonly #authentication: Authentication;

  constructor(deps: HubDeps, tokens: DeviceTokens, proofs: RecoveryProofs, authentication: Authentication) {
    this.#deps = deps;
    this.#tokens = tokens;
    this.#proofs = proofs;
    this.#authentication = authentication;
  }

  /**
   * Writes the rows of a device that is new, or forgotten (then under the id it had); it takes after the first of its
   * kind in kiosk-config.
   */
  async add(
    centreId: CentreId,
    { kind, name, place, diagonalInches, distanceMm }: NewDevice,
    deviceId = id<'DeviceId'>(`${kind}-${randomBytes(5).toString('hex')}`),
  ): Promise<DeviceId> {
    const model = this.#deps.devices.find((one) => one.kind === kind);
    const like = { ...PLAIN[kind], ...model };
    const isSaid = diagonalInches !== undefined && (distanceMm !== undefined || kind !== 'screen');
    const config: DeviceConfig = {
      ...like,
      id: deviceId,
      kind,
      name,
      place,
      panel: { ...like.panel, diagonalInches: diagonalInches ?? like.panel.diagonalInches },
      distanceMm: distanceMm ?? like.distanceMm,
      ...(kind === 'console' || isSaid ? {} : { panelGuessed: true }),
    };
    const result = await this.#deps.sync.perform(centreId, 'device.configure', { config });
    if (result.status !== 'applied') throw new Error(`a new device was not taken: ${JSON.stringify(result)}`);
    return deviceId;
  }

  /** The device as staff see it. */
  find(centreId: CentreId, deviceId: string): Promise<RowOf<'device'> | undefined> {
    return this.#deps.sync.read(centreId, (tx) => tx.get('staff', 'device', deviceId));
  }

  config(centreId: CentreId, deviceId: DeviceId): Promise<DeviceConfig | undefined> {
    return this.#deps.sync.read(centreId, (tx) => tx.get(`device:${deviceId}`, 'deviceConfig', deviceId));
  }

  /** The panel of a device, as whoever stands before it has measured it. False where the device has no configuration. */
  async measured(
    { centreId, deviceId }: PairedDevice,
    measure: Pick<DeviceConfig, 'panel'> & Partial<Pick<DeviceConfig, 'distanceMm'>>,
  ): Promise<boolean> {
    const known = await this.config(centreId, deviceId);
    if (known === undefined) return false;
    const config: DeviceConfig = { ...known, ...measure, panelGuessed: false };
    const result = await this.#deps.sync.perform(centreId, 'device.configure', { config });
    return result.status === 'applied';
  }

  /**
   * A screen that was paired before becomes another glass, whose browser tells nothing of its inches: what was measured is
   * in doubt till somebody has answered it.
   */
  async doubtPanel(centreId: CentreId, { id: deviceId, kind, pairedAtMs }: Row): Promise<void> {
    const known =
      kind === 'screen' && pairedAtMs !== null ? await this.config(centreId, deviceId) : undefined;
    if (known === undefined) return;
    await this.#deps.sync.perform(centreId, 'device.configure', { config: { ...known, panelGuessed: true } });
  }

  /** Gives a device its token, which ends the one before and its proof, and shows staff since when it is paired. */
  async pair(device: PairedDevice, token: string): Promise<void> {
    await this.#proofs.end(device.deviceId);
    await this.#tokens.issue(device, token);
    await this.#showPaired(device.centreId, device.deviceId, this.#deps.sync.now());
    this.#authentication.changed(device.deviceId);
  }

  /** Gives a device that has proved itself another token: it is the same glass, paired as long as before. */
  async renew(device: PairedDevice, token: string): Promise<void> {
    await this.#tokens.issue(device, token);
    await this.#change(device.centreId, device.deviceId, (row) =>
      (row.askedBack ?? null) === null ? row : { ...row, askedBack: null },
    );
    this.#authentication.changed(device.deviceId);
  }

  /** Shows staff that what a device proves itself with is on its disk: from then on nothing that it loses ends the pairing. */
  async showKept(centreId: CentreId, deviceId: string): Promise<void> {
    await this.#change(centreId, deviceId, (row) =>
      (row.keptAtMs ?? null) === null ? { ...row, keptAtMs: this.#deps.sync.now() } : row,
    );
  }

  /**
   * Shows staff that a glass says it is this device, is not let in, and holds so much. Anybody may say so: nothing
   * else comes of it, and it is written down seldom.
   */
  async showAskedBack(centreId: CentreId, { deviceId, kind, waiting }: AskedBack): Promise<void> {
    const atMs = this.#deps.sync.now();
    await this.#change(centreId, deviceId, (row) => {
      const before = row.askedBack ?? null;
      if (row.kind !== kind || (before !== null && atMs - before.atMs < SAID_EACH_MS)) return row;
      return { ...row, askedBack: { atMs, waiting } };
    });
  }

  /**
   * Ends a device's token: its next request, and its live stream now, are refused. A kiosk or screen keeps its place
   * in the centre, to be paired again; a console was only somebody's browser, and is forgotten.
   * @param putAway it hangs nowhere any more: till it is paired again nobody waits for it, and nobody is sent to it
   */
  async revoke(centreId: CentreId, { id: deviceId, kind }: RowOf<'device'>, putAway = false): Promise<void> {
    await this.#proofs.end(deviceId);
    await this.#tokens.revoke(deviceId);
    if (kind === 'console') await forgetConsole(this.#deps.sync, centreId, deviceId);
    else await this.#showPaired(centreId, deviceId, null, putAway);
    this.#authentication.changed(deviceId);
  }

  async #showPaired(
    centreId: CentreId,
    deviceId: string,
    pairedAtMs: number | null,
    putAway = false,
  ): Promise<void> {
    await this.#change(centreId, deviceId, (row) => ({
      ...row,
      pairedAtMs,
      retiredAtMs: putAway ? this.#deps.sync.now() : null,
      perhapsClonedAtMs: null,
      keptAtMs: null,
      askedBack: null,
    }));
  }

  /** Changes what staff see of a device; `becomes` gives the row itself back where nothing is new. */
  async #change(centreId: CentreId, deviceId: string, becomes: (row: Row) => Row): Promise<void> {
    const before = await this.find(centreId, deviceId);
    if (before === undefined || becomes(before) === before) return;
    await this.#deps.sync.write(centreId, async (tx) => {
      const row = await tx.get('staff', 'device', deviceId);
      if (row === undefined) return;
      const now = becomes(row);
      if (now !== row) await tx.put('staff', 'device', deviceId, now);
    });
  }
}
