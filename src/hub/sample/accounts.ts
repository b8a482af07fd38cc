import { id } from '../../kernel/ids.ts';
import type { Account } from '../../features/accounts/model/account.ts';

/** The sample centre's staff. Names are of nobody; none has a secret until they set one. */
export const sampleAccounts: readonly Account[] = [
  { id: id('manager'), name: '王经理', role: 'manager', active: true },
  { id: id('canteen'), name: '李师傅', role: 'canteen', active: true },
  { id: id('leader'), name: '张老师', role: 'leader', active: true },
  { id: id('advisor'), name: '陈顾问', role: 'advisor', active: true },
];
