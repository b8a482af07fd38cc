import type { RequestListener, Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { LOAD } from '../load-limits.ts';
import type { LiveCertificate } from '../ops/certificate.ts';
import type { Connections } from './connections.ts';
import { createServer } from './node-http.ts';

/**
 * Node's server with limits to how long a connection may take over what. Nothing counts the requests of a connection, or
 * how long an answer lasts: a live stream goes on for weeks.
 */
export function makeServer(
  tls: LiveCertificate | null,
  connections: Connections,
  handler: RequestListener,
): Server {
  const { headersMs, requestMs, idleMs, silentMs, lookEachMs, headerBytes } = LOAD.connections;
  const limits = {
    headersTimeout: headersMs,
    requestTimeout: requestMs,
    keepAliveTimeout: idleMs,
    connectionsCheckingInterval: lookEachMs,
    maxHeaderSize: headerBytes,
  };
  const secure =
    tls === null ? null : createTlsServer({ ...limits, handshakeTimeout: headersMs, ...tls.pair }, handler);
  // Who is connected stays; who comes next is shown the new one.
  if (secure !== null) tls?.onRenewed((pair) => secure.setSecureContext(pair));
  const server = secure ?? createServer(limits, handler);
  server.setTimeout(silentMs);
  server.maxConnections = connections.mostInAll;
  connections.watch(server);
  return server;
}
