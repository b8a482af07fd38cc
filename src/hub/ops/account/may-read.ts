import { accessSync, constants } from 'node:fs';
import { ownAccount } from '../../db/account.ts';

/** False where something is, or may be, that this account may not look at: that is not to be taken for nothing. */
export function mayRead(path: string): boolean {
  try {
    accessSync(path, constants.R_OK);
    return true;
  } catch (error) {
    return !(
      error instanceof Error &&
      'code' in error &&
      (error.code === 'EACCES' || error.code === 'EPERM')
    );
  }
}

export const mayNotRead = (path: string, dataDir: string): string =>
  `账号 ${ownAccount()} 不能读 ${path}；请在前面加 sudo env LELING_DATA=${dataDir}。 ` +
  `The account ${ownAccount()} may not read ${path}: do it again with sudo env LELING_DATA=${dataDir} before it.`;
