import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** What the hub counts, for /metrics in Prometheus' words. One registry a hub, so that tests may run several. */
export class HubMetrics {
  readonly registry = new Registry();
  readonly pushes = new Counter({
    name: 'leling_pushes_total',
    help: 'Pushes answered, by how (done, epoch, fork, gap).',
    labelNames: ['answer'],
    registers: [this.registry],
  });
  readonly mutations = new Counter({
    name: 'leling_mutations_total',
    help: 'Mutations answered, by their result.',
    labelNames: ['result'],
    registers: [this.registry],
  });
  readonly reports = new Counter({
    name: 'leling_reports_total',
    help: 'Reports of devices, by whether they were taken or dropped.',
    labelNames: ['end'],
    registers: [this.registry],
  });
  readonly pulls = new Counter({
    name: 'leling_pulls_total',
    help: 'Pages answered, by whether they start a fresh generation.',
    labelNames: ['reset'],
    registers: [this.registry],
  });
  readonly pullRows = new Counter({
    name: 'leling_pull_rows_total',
    help: 'Rows sent in pages.',
    registers: [this.registry],
  });
  readonly snapshots = new Counter({
    name: 'leling_snapshots_sent_total',
    help: 'Snapshots sent to devices that start afresh.',
    registers: [this.registry],
  });
  readonly pokes = new Counter({
    name: 'leling_pokes_total',
    help: 'Buckets that moved.',
    registers: [this.registry],
  });
  readonly pokesSent = new Counter({
    name: 'leling_pokes_sent_total',
    help: 'Pokes passed on to listeners.',
    registers: [this.registry],
  });
  readonly liveConnections = new Gauge({
    name: 'leling_live_connections',
    help: 'Live streams open now.',
    registers: [this.registry],
  });
  readonly database = new Histogram({
    name: 'leling_database_seconds',
    help: 'Time a push or a pull took in the database, its queue included.',
    labelNames: ['work'],
    buckets: [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
    registers: [this.registry],
  });
  readonly signIns = new Counter({
    name: 'leling_sign_ins_total',
    help: 'Attempts to sign in, by how they ended.',
    labelNames: ['result'],
    registers: [this.registry],
  });

  constructor(version: string, epoch: () => string) {
    collectDefaultMetrics({ register: this.registry, prefix: 'leling_' });
    new Gauge({
      name: 'leling_build_info',
      help: 'Always 1; its labels say which build and which history of data this is.',
      labelNames: ['version', 'node', 'epoch'],
      registers: [this.registry],
      collect() {
        this.reset();
        this.set({ version, node: process.version, epoch: epoch() }, 1);
      },
    });
  }

  /** Times a piece of database work. */
  async time<T>(work: 'push' | 'pull', body: () => Promise<T>): Promise<T> {
    const done = this.database.startTimer({ work });
    try {
      return await body();
    } finally {
      done();
    }
  }
}
