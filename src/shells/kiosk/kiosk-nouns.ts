import { checkInAtKiosk } from '../../features/check-in/model/at-kiosk.ts';
import { enrolmentsAtKiosk } from '../../features/enrolments/model/at-kiosk.ts';
import { helpAtKiosk } from '../../features/help/model/at-kiosk.ts';
import { memberComfort } from '../../features/members/model/comfort.mutation.ts';
import { requestsAtKiosk } from '../../features/requests/model/at-kiosk.ts';
import type { DeviceNouns } from '../../protocol/client/apply.ts';

/** What elders change at a kiosk; the staff's changes are many, and no other face loads them. */
export const kioskNouns: DeviceNouns = {
  mutations: {
    ...checkInAtKiosk.mutations,
    ...enrolmentsAtKiosk.mutations,
    ...helpAtKiosk.mutations,
    'member.comfort': memberComfort,
    ...requestsAtKiosk.mutations,
  },
  rowKinds: {
    ...checkInAtKiosk.rows,
    ...enrolmentsAtKiosk.rows,
    ...helpAtKiosk.rows,
    ...requestsAtKiosk.rows,
  },
};
