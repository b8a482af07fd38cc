import { setting } from '../../setting.ts';
import { runsAsService, serviceData, START_SERVICE } from '../account/hub-service.ts';

/** The commands that lead on from data that is not what it should be, as they are typed where this hub runs. */
export interface WaysOn {
  restore(file: string): string;
  readonly start: string;
  readonly goOn: string;
  /** What is left to do after `goOn`; null when it runs on by itself. */
  readonly afterGoOn: string | null;
}

/** A service's folder is open to its account alone, and what a person starts by hand ends with the terminal. */
export function waysOn(dataDir: string, databaseUrl: string | undefined): WaysOn {
  const data = `LELING_DATA=${quoted(dataDir)}`;
  if (!runsAsService() && serviceData() !== dataDir) {
    return {
      restore: (file) => `${data} npm run restore -- ${quoted(file)}`,
      start: `${data} npm start`,
      goOn: `${data} npm start -- --go-on`,
      afterGoOn: null,
    };
  }
  // Where it is on a PostgreSQL, its address holds a password: whoever types the command puts it there.
  const database = databaseUrl === undefined ? '' : " DATABASE_URL='…'";
  const as = `cd ${quoted(process.cwd())} && sudo env ${data}${database}`;
  return {
    restore: (file) => `${as} npm run restore -- ${quoted(file)}`,
    start: START_SERVICE,
    goOn: `${as} PORT=${setting('PORT') ?? '8080'} npm start -- --go-on`,
    afterGoOn: START_SERVICE,
  };
}

const quoted = (path: string): string =>
  /^[\w./-]+$/.test(path) ? path : `'${path.replace(/'/g, `'\\''`)}'`;
