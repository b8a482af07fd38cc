import { addDays, civilMoment, unixOf, type CivilDate } from '../../../src/kernel/time.ts';
import type { SqlHubDatabase } from '../../../src/hub/db/hub-database.ts';
import { putAwayDay, type PutAway } from '../../../src/hub/ops/daily/put-away.ts';
import { SqlVault } from '../../../src/hub/people/sql-vault.ts';
import type { HubSync } from '../../../src/hub/sync/api.ts';
import { createHubSync } from '../../../src/hub/sync/hub-sync.ts';
import { Machine } from '../../support/machine.ts';
import { CENTRE, furnish } from '../sync/centre.ts';

export const FIRST_DAY = '2026-11-22';

/** A hub over one database, whose days the test turns. */
export class PassingDays {
  readonly database: SqlHubDatabase;
  readonly vault: SqlVault;
  readonly sync: HubSync;
  readonly #machine: Machine;

  private constructor(database: SqlHubDatabase, sync: HubSync, machine: Machine) {
    this.database = database;
    this.vault = new SqlVault(database.engine);
    this.sync = sync;
    this.#machine = machine;
  }

  static async begin(database: SqlHubDatabase): Promise<PassingDays> {
    const machine = new Machine(unixOf(FIRST_DAY, 600, 480));
    const sync = await createHubSync({ database, clock: machine.clock });
    sync.time.confirm(machine.wallMs);
    await furnish(sync);
    return new PassingDays(database, sync, machine);
  }

  get nowMs(): number {
    return this.#machine.wallMs;
  }

  get today(): CivilDate {
    return civilMoment(this.sync.now(), 480).date;
  }

  /** Ten in the morning, so many days after the first. */
  goTo(days: number): void {
    this.#machine.pass(unixOf(addDays(FIRST_DAY, days), 600, 480) - this.nowMs);
  }

  /** One turn of putting away. */
  putAway(): Promise<PutAway> {
    return putAwayDay(this.sync, this.vault, { centreId: CENTRE, today: this.today, utcOffsetMinutes: 480 });
  }

  /** So many days pass, each with its turns. */
  async passDays(days: number): Promise<void> {
    for (let day = 0; day < days; day += 1) {
      this.#machine.pass(86_400_000);
      while ((await this.putAway()) === 'more');
    }
  }

  /** How many rows a table has. */
  async count(table: string, where = '1 = 1'): Promise<number> {
    const [found] = await this.database.engine.read((runner) =>
      runner.all<{ n: number }>({ sql: `select count(*) as n from ${table} where ${where}` }, []),
    );
    return Number(found?.n);
  }
}
