import type { AddressInfo } from 'node:net';
import cookie from '@fastify/cookie';
import swagger from '@fastify/swagger';
import fastify, { LogController, type FastifyInstance } from 'fastify';
import type { HubDeps } from './deps.ts';
import { sayWhoAnswers } from './http/hub-name.ts';
import { answerNoise } from './http/noise.ts';
import { useNotFound } from './http/not-found.ts';
import { ownHostOnly } from './http/own-host.ts';
import { plainPageStyle } from './http/plain-page.ts';
import { sameOriginOnly } from './http/same-origin.ts';
import { makeServer } from './http/server.ts';
import { useSecurityHeaders } from './http/security-headers.ts';
import { validatorCompiler, type TypeBoxProvider } from './http/validation.ts';
import { concernsAccounts } from './live/live-streams.ts';
import { startMediaSweep } from './media/sweep.ts';
import { comePassesIn } from './people/come-passes.ts';
import { hubIdIn } from './people/hub-id.ts';
import type { FreshLink, LinkTarget } from './people/one-time-links.ts';
import { wireServices } from './services.ts';
import { handleError } from './problem.ts';
import { accountCareRoutes } from './routes/account-care.ts';
import { accountRoutes } from './routes/accounts.ts';
import { attendanceRoutes } from './routes/attendance.ts';
import { figuresRoutes } from './routes/figures.ts';
import { auditRoutes } from './routes/audit.ts';
import { appRoutes } from './routes/app.ts';
import { comeRoutes } from './routes/come.ts';
import { clockRoutes } from './routes/clock.ts';
import { healthRoutes } from './routes/health.ts';
import { consolePeopleRoutes } from './routes/console-people.ts';
import { linkRoutes } from './routes/open-link.ts';
import { mediaRoutes } from './routes/media.ts';
import { nounSchemas } from './routes/noun-schemas.ts';
import { helpRoutes } from './routes/help.ts';
import { panelRoutes } from './routes/panel.ts';
import { pairingRoutes } from './routes/pairing.ts';
import { recoveryRoutes } from './routes/recovery.ts';
import type { HubApp } from './routes/route.ts';
import { sealingRoutes } from './routes/sealing.ts';
import { sessionRoutes } from './routes/session.ts';
import { staffHereRoutes } from './routes/staff-here.ts';
import { ringRoutes } from './routes/rings.ts';
import { speechRoutes } from './routes/speech.ts';
import { syncRoutes } from './routes/sync.ts';
import { uploadRoutes } from './routes/uploads.ts';

/** A hub that can listen. Closing it ends its connections; what it was given stays the giver's. */
export interface Hub {
  readonly app: FastifyInstance;
  /** Starts to listen; port 0 takes a free one. Returns the port. Rejects with EADDRINUSE when it is taken. */
  listen(port: number, host: string): Promise<number>;
  /** A fresh one-time link, whose secret is the last part of its address. */
  mintLink(target: LinkTarget): Promise<FreshLink>;
  /** Whether a browser somewhere is this device already; a link would replace it. */
  isPaired(deviceId: string): Promise<boolean>;
  close(): Promise<void>;
}

/** Most requests are small; the sync route takes more. */
const BODY_BYTES = 64 * 1024;
/**
 * Requests under way have this long to end; then connections are cut, those too that a browser opened in advance and
 * never used, or on which no secret has been agreed, which the server itself would wait for.
 */
const CLOSE_WITHIN_MS = 400;

/** The hub's HTTP side, over its truth: every route, and the same manners on all of them. */
export async function createHub(deps: HubDeps): Promise<Hub> {
  const services = wireServices(deps, await hubIdIn(deps.vault), await comePassesIn(deps.vault));
  const plain = fastify({
    loggerInstance: deps.logger,
    // One line a request would be a line a second and device; what matters is counted and errors are logged.
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_BYTES,
    // Behind a proxy on this machine an address is whom the proxy says it speaks for.
    trustProxy: deps.publicUrl === null ? false : 'loopback',
    routerOptions: { maxParamLength: 256 },
    forceCloseConnections: 'idle',
    return503OnClosing: true,
    serverFactory: (handler) => makeServer(deps.tls, services.connections, handler),
    frameworkErrors: handleError,
    clientErrorHandler: answerNoise,
  });
  const app: HubApp = plain.withTypeProvider<TypeBoxProvider>();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(() => (body) => JSON.stringify(body));
  app.setErrorHandler(handleError);
  app.addHook('onError', async (_request, _reply, error) => deps.health.saw(error));
  app.decorateRequest('visitor', null);

  sayWhoAnswers(plain, services.hubId);
  useNotFound(plain);
  await useSecurityHeaders(plain, deps.tls !== null);
  await app.register(cookie);
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Leling Screens hub',
        version: deps.version,
        description:
          'Sync, pairing, accounts, media and reports. Cookies prove the device and who is signed in.',
      },
      components: { schemas: nounSchemas() },
    },
  });
  const certificate = (): string | null => deps.tls?.pair.cert ?? null;
  app.addHook('onRequest', ownHostOnly({ publicUrl: deps.publicUrl, more: deps.hosts ?? [], certificate }));
  app.addHook('onRequest', sameOriginOnly(deps.publicUrl === null ? null : new URL(deps.publicUrl).origin));
  plainPageStyle(plain);
  healthRoutes(app, services);
  clockRoutes(app, services);
  syncRoutes(app, services);
  pairingRoutes(app, services);
  helpRoutes(app, services);
  panelRoutes(app, services);
  recoveryRoutes(app, services);
  linkRoutes(app, services);
  sessionRoutes(app, services);
  sealingRoutes(app, services);
  staffHereRoutes(app, services);
  consolePeopleRoutes(app, services);
  accountRoutes(app, services);
  accountCareRoutes(app, services);
  attendanceRoutes(app, services);
  auditRoutes(app, services);
  figuresRoutes(app, services);
  comeRoutes(app, services);
  mediaRoutes(app, services);
  uploadRoutes(app, services);
  speechRoutes(app, services);
  ringRoutes(app, services);
  await appRoutes(app, services);

  const stopSweep = startMediaSweep(
    { sync: deps.sync, centreId: deps.centreId, mediaDir: deps.mediaDir },
    {
      tidy: () => services.uploads.tidy(),
      failed: (error) => deps.logger.error({ err: error }, 'old media could not be let go of'),
    },
  );
  const offPoke = deps.sync.onPoke((poke) => {
    services.metrics.pokes.inc();
    services.live.poke(poke);
    if (concernsAccounts(poke))
      services.signOuts
        .ofThoseShutOut(deps.centreId)
        .catch((error: unknown) => deps.logger.error({ err: error }, 'somebody could not be shown out'));
    void services.rings.poke(poke);
  });
  app.addHook('preClose', async () => {
    offPoke();
    services.live.close();
    await stopSweep();
    await services.speech.stop();
  });
  return {
    app: plain,
    listen: async (port, host) => {
      await app.listen({ port, host });
      return portOf(app.server.address());
    },
    mintLink: (target) => services.links.mint(target),
    isPaired: (deviceId) => services.tokens.isPaired(deviceId),
    close: async () => {
      const cut = setTimeout(() => services.connections.endAll(), CLOSE_WITHIN_MS).unref();
      await app.close();
      clearTimeout(cut);
      services.metrics.registry.clear();
    },
  };
}

const portOf = (address: AddressInfo | string | null): number =>
  typeof address === 'object' && address !== null ? address.port : 0;
