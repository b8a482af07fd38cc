import { isIPv6 } from 'node:net';

/**
 * Whose an address is, as far as limits go: an IPv6 machine has a network of 2^64 addresses to itself, and IPv4 comes in
 * two spellings.
 */
export function addressKey(address: string): string {
  const plain = address.replace(/^::ffff:/i, '').replace(/%.*$/, '');
  if (!isIPv6(plain)) return plain;
  const [head = '', tail] = plain.split('::');
  const before = head.split(':').filter(Boolean);
  const after = (tail ?? '').split(':').filter(Boolean);
  const gap =
    tail === undefined
      ? []
      : Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => '0');
  return `${[...before, ...gap, ...after]
    .slice(0, 4)
    .map((one) => parseInt(one, 16).toString(16))
    .join(':')}::/64`;
}
