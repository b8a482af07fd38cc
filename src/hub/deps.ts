import type { FastifyBaseLogger } from 'fastify';
import type { CentreId } from '../kernel/ids.ts';
import type { RowOf } from '../kernel/rows.ts';
import type { Vault } from './people/vault.ts';
import type { LiveCertificate } from './ops/certificate.ts';
import type { DataLoss } from './ops/health/data-loss.ts';
import type { HubHealth } from './ops/health/hub-health.ts';
import type { ConfigTrouble } from './ops/config/load.ts';
import type { Voice } from './speech/voice.ts';
import type { HubSync } from './sync/api.ts';

/** What a hub is made of. `main.ts` composes it from the machine; tests from what they like. */
export interface HubDeps {
  readonly centreId: CentreId;
  /** What kiosk-config says of the centre's devices: new ones take after them. */
  readonly devices: readonly RowOf<'deviceConfig'>[];
  readonly sync: HubSync;
  /** The same database's keeping place for secrets. */
  readonly vault: Vault;
  readonly logger: FastifyBaseLogger;
  /** The built app. */
  readonly appDir: string;
  /** Media files, each named by its SHA-256. */
  readonly mediaDir: string;
  /** Where media lie while they are being sent. */
  readonly uploadsDir: string;
  /** Bytes that a folder's disk has left; a test says so itself. */
  readonly freeBytes?: ((dir: string) => Promise<number>) | undefined;
  /** Who turns texts into sound; absent where nobody does. */
  readonly voice?: Voice | null;
  /** Where sounds are kept; they can all be made again. */
  readonly speechDir: string;
  /** What takes a message to a push service; a test is one itself. */
  readonly pushService?: typeof fetch | undefined;
  readonly version: string;
  readonly tls: LiveCertificate | null;
  /** The address people use, where it is not the one it listens on (behind a proxy). */
  readonly publicUrl: string | null;
  /** What is the matter with the hub; told at /api/health. */
  readonly health: HubHealth;
  readonly dataLoss: DataLoss;
  /** What a program on another machine asks for metrics and documents with; null where none may. */
  readonly operatorToken: string | null;
  /** Further names that people reach it by. */
  readonly hosts?: readonly string[];
  /** What is wrong with the configuration in use now; told at /api/health. */
  readonly configTroubles: readonly ConfigTrouble[];
}
