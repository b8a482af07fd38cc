import type { Result } from '../../kernel/result.ts';
import { anyAnswer, askHub, type HubTrouble } from '../../store/hub-client.ts';
import type { PanelSize } from '../../ui/common/scale.ts';

/** Tells the hub how large this device's own panel is. */
export const tellPanel = (deviceId: string, panel: PanelSize): Promise<Result<unknown, HubTrouble>> =>
  askHub({ method: 'POST', path: '/api/device/panel', device: deviceId, body: { panel } }, anyAnswer);

/** The page that asks, of a device. */
export const panelAddress = (kind: string, deviceId: string): string =>
  `/${kind}?device=${encodeURIComponent(deviceId)}&panel`;
