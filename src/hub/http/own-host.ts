import { X509Certificate } from 'node:crypto';
import { isIP } from 'node:net';
import { hostname, networkInterfaces } from 'node:os';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sendProblem } from '../problem.ts';
import { plainPage, wantsPage } from './plain-page.ts';

/** Networks that are nobody's on the internet: a house's, a container's, a link's own. */
const PRIVATE = /^(10\.|127\.|169\.254\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|f[cd]|fe[89ab]|::1$)/;

/** What says by which names this hub goes. */
interface OwnNames {
  readonly publicUrl: string | null;
  /** Further ones, as people have said them: copied from the address bar too. */
  readonly more: readonly string[];
  /** What it serves https with, PEM: it goes by the names in it. */
  readonly certificate?: (() => string | null) | undefined;
}

/**
 * Whether a request speaks to this hub by a name that is its own: this machine's, in the house's networks too, one of its
 * addresses, that which people have given it, or its certificate. By any other name a page of somebody else's could speak to it in a browser of
 * the house (DNS may say anything), and links that are made of the name would lead there.
 */
export function isOwnHost(host: string | undefined, { publicUrl, more, certificate }: OwnNames): boolean {
  const name = nameIn(host);
  if (name === null) return false;
  if (isIP(name) !== 0) return PRIVATE.test(name) || hasAddress(name) || isGiven(name, publicUrl, more);
  if (name === 'localhost' || name.endsWith('.localhost')) return true;
  const machine = hostname().toLowerCase();
  const [short = machine] = machine.split('.');
  const known = [machine, short, ...['local', 'lan', 'home', 'internal'].map((end) => `${short}.${end}`)];
  return known.includes(name) || isGiven(name, publicUrl, more) || isIn(certificate?.() ?? null, name);
}

/** Answers 421 to who speaks to somebody else, and says how to make a name the hub's. */
export function ownHostOnly(names: OwnNames) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    if (isOwnHost(request.headers.host, names)) return;
    // It may be anything; nothing of it is shown.
    if (wantsPage(request)) {
      plainPage(reply, 421, {
        zh: [
          '这个地址不是本中心主机的',
          '请用主机启动时显示的地址打开。',
          '如果大家就是用这个地址，请在主机上设置 LELING_URL（或 LELING_HOSTS）为它，再重新启动。',
        ],
        en: [
          'This address is not this hub’s',
          'Please open it by the address that the hub shows when it starts.',
          'If people do use this address, set LELING_URL (or LELING_HOSTS) to it where the hub runs, and start it again.',
        ],
      });
      return;
    }
    sendProblem(reply, {
      status: 421,
      code: 'foreign-host',
      detail:
        'The Host of this request is no name of this hub. If people use it, set LELING_URL or LELING_HOSTS to it and start the hub again.',
    });
  };
}

/** The name without its port, in lower case; null where there is none. */
function nameIn(host: string | undefined): string | null {
  if (host === undefined || !URL.canParse(`http://${host}`)) return null;
  const { hostname: name, username, pathname, search } = new URL(`http://${host}`);
  if (username !== '' || pathname !== '/' || search !== '') return null;
  return (
    name
      .toLowerCase()
      .replace(/^\[|\]$/g, '')
      .replace(/\.$/, '') || null
  );
}

const hasAddress = (address: string): boolean =>
  Object.values(networkInterfaces()).some((those) => those?.some((one) => one.address === address));

const isGiven = (name: string, publicUrl: string | null, more: readonly string[]): boolean =>
  more.some((one) => nameIn(one.replace(/^https?:\/\/|\/+$/g, '')) === name) ||
  (publicUrl !== null && new URL(publicUrl).hostname === name);

const isIn = (certificate: string | null, name: string): boolean =>
  certificate !== null && new X509Certificate(certificate).checkHost(name) !== undefined;
