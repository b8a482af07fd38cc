import { execFileSync } from 'node:child_process';
import { setting } from '../../setting.ts';

/** How the service is started again once a person has been there. */
export const START_SERVICE = 'sudo systemctl start leling-hub';

/** The data folder of the hub that systemd runs on this machine; null where it runs none. */
export function serviceData(): string | null {
  try {
    const said = execFileSync(
      'systemctl',
      ['show', 'leling-hub.service', '--property=Environment', '--value'],
      { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], timeout: 5000 },
    );
    return [...said.matchAll(/(?:^|\s)"?LELING_DATA=([^\s"]+)/g)].at(-1)?.[1] ?? null;
  } catch {
    return null;
  }
}

/** Whether systemd runs this very hub; a terminal may be below a service too. */
export const runsAsService = (): boolean =>
  setting('INVOCATION_ID') !== undefined && process.stderr.isTTY !== true;
