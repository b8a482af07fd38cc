import type { Result } from '../../kernel/result.ts';
import { anyAnswer, askHub, type HubTrouble } from '../../store/hub-client.ts';
import type { PanelSize } from '../../ui/common/scale.ts';

/** What whoever stands before a glass has found; the distance of its last row where that was asked. */
interface Measure {
  readonly panel: PanelSize;
  readonly distanceMm?: number;
}

/** Tells the hub how large this device's own panel is. */
export const tellPanel = (deviceId: string, body: Measure): Promise<Result<unknown, HubTrouble>> =>
  askHub({ method: 'POST', path: '/api/device/panel', device: deviceId, body: { ...body } }, anyAnswer);

/** The page that asks, of a device. */
export const panelAddress = (kind: string, deviceId: string): string =>
  `/${kind}?device=${encodeURIComponent(deviceId)}&panel`;
