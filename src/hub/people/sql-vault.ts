import type { Engine, Runner, Statement } from '../db/runner.ts';
import type { Vault, VaultReader, VaultTx } from './vault.ts';

interface Kept {
  readonly id: string;
  readonly data: string;
}

/** The vault in the hub's own database, where what is read and then written is one transaction. */
export class SqlVault implements Vault {
  readonly #engine: Engine;
  readonly #sql: ReturnType<typeof statements>;

  constructor(engine: Engine) {
    this.#engine = engine;
    this.#sql = statements((n) => (engine.name === 'sqlite' ? '?' : `$${n}`));
  }

  read<T>(work: (vault: VaultReader) => Promise<T>): Promise<T> {
    return this.#engine.read((runner) => work(this.#reader(runner)));
  }

  write<T>(work: (vault: VaultTx) => Promise<T>): Promise<T> {
    return this.#engine.write('', (runner) =>
      work({
        ...this.#reader(runner),
        put: async (kind, id, data) => void (await runner.all(this.#sql.put, [kind, id, data])),
        remove: async (kind, id) => void (await runner.all(this.#sql.remove, [kind, id])),
      }),
    );
  }

  #reader(runner: Runner): VaultReader {
    return {
      get: async (kind, id) => (await runner.all(this.#sql.get, [kind, id]))[0]?.data,
      list: (kind) => runner.all(this.#sql.list, [kind]),
    };
  }
}

function statements(at: (n: number) => string) {
  const of = <R>(sql: string): Statement<R> => ({ sql });
  return {
    get: of<Kept>(`select id, data from vault where kind = ${at(1)} and id = ${at(2)}`),
    list: of<Kept>(`select id, data from vault where kind = ${at(1)} order by id`),
    put: of<never>(
      `insert into vault (kind, id, data) values (${at(1)}, ${at(2)}, ${at(3)}) ` +
        'on conflict (kind, id) do update set data = excluded.data',
    ),
    remove: of<never>(`delete from vault where kind = ${at(1)} and id = ${at(2)}`),
  };
}
