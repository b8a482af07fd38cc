import type { Vault, VaultReader, VaultTx } from '../accounts/vault.ts';
import type { Engine, Runner } from './runner.ts';
import type { Statements } from './statements.ts';

/** The part of the database that is in no bucket and never sent: JSON text by kind and id. */
export class SqlVault implements Vault {
  readonly #engine: Engine;
  readonly #sql: Statements;

  constructor(engine: Engine, sql: Statements) {
    this.#engine = engine;
    this.#sql = sql;
  }

  read<T>(work: (vault: VaultReader) => Promise<T>): Promise<T> {
    return this.#engine.read((runner) => work(this.#over(runner)));
  }

  /** Resolves once it is durable. */
  write<T>(work: (vault: VaultTx) => Promise<T>): Promise<T> {
    return this.#engine.write('', (runner) => work(this.#over(runner)));
  }

  #over(runner: Runner): VaultTx {
    const sql = this.#sql;
    return {
      get: async (kind, id) => (await runner.all(sql.vaultGet, [kind, id]))[0]?.data,
      list: (kind) => runner.all(sql.vaultList, [kind]),
      put: (kind, id, data) => runner.many(sql.saveVault, [[kind, id, data]]),
      remove: async (kind, id) => {
        await runner.all(sql.vaultRemove, [kind, id]);
      },
    };
  }
}
