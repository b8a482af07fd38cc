import { useTypeface } from '../../app/fonts.ts';
import type { RememberedDevice } from '../../app/remembered-devices.ts';
import { LlPanelPage } from './panel-page.ts';

/** Asks whoever stands before a device how large its panel is, instead of its face, which the page goes on to by itself. */
export function askPanel(device: RememberedDevice): Promise<never> {
  useTypeface();
  const page = new LlPanelPage();
  page.device = device;
  document.body.append(page);
  return new Promise(() => undefined);
}
