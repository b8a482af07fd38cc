import type { Fault } from '../fault.ts';
import { noBox } from '../../support/kiosk-box.ts';
import { appFaults } from './app.ts';
import { hanging } from './hanging.ts';
import { identityLost } from './identity.ts';
import { hubKilledUnderLoad, hubStoppedOnTls, hubStoppedUnderLoad } from './killed-under-load.ts';
import { browserKilled, hubKilled } from './killed.ts';
import { lyingLine } from './lying-line.ts';
import { profileDamaged } from './profile.ts';

/** Every kind of damage there is a test for; a new one is a line here. */
export const kinds: readonly Fault[] = [
  browserKilled,
  hubKilled,
  hubKilledUnderLoad,
  hubStoppedUnderLoad,
  hubStoppedOnTls,
  identityLost,
  ...profileDamaged,
  ...appFaults,
  ...lyingLine,
  ...(noBox === false ? hanging : []),
];
