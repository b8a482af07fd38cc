import { networkInterfaces } from 'node:os';
import type { ConfigTrouble } from './ops/config/load.ts';
import type { StartLink } from './start-links.ts';

const FACES = { kiosk: '触摸屏 Kiosk', screen: '电视屏 Screen', staff: '工作台 Staff' } as const;
const ROLES: Readonly<Record<string, string>> = {
  manager: '主任 manager',
  canteen: '食堂 canteen',
  leader: '带操老师 leader',
  advisor: '养老顾问 advisor',
};

interface Greeting {
  readonly version: string;
  readonly url: string;
  /** The address it listens on; `::` and `0.0.0.0` are all of them. */
  readonly host: string;
  readonly dataDir: string;
  readonly links: readonly StartLink[];
  readonly troubles: readonly ConfigTrouble[];
}

/** What a start says: where the hub is, what is wrong, and the links, in columns that hold with Chinese in them. */
export function greeting({ version, url, host, dataDir, links, troubles }: Greeting): string {
  const rows = links.map(({ face, key, name, url: link, isPaired }) => [
    FACES[face],
    `${name} · ${ROLES[key] ?? key}${isPaired ? ' · 已配对 paired' : ''}`,
    link,
  ]);
  return [
    '',
    `乐龄屏 Leling Screens ${version}`,
    `  ${url}`,
    ...addresses(url, host).map((address) => `  局域网 Network: ${address}`),
    `  数据 Data: ${dataDir}`,
    ...(troubles.length === 0 ? [] : ['', ...troubleLines(troubles)]),
    '',
    '一次性链接：24 小时内有效，各用一次；已配对的设备不用再开。',
    'One-time links: 24 hours, once each; devices that are paired already need none.',
    '',
    ...columns(rows).map((row) => `  ${row}`),
    '',
  ].join('\n');
}

/** Where the other devices of the house find the hub, when people are told `localhost` and it listens beyond it. */
function addresses(url: string, host: string): readonly string[] {
  const { protocol, hostname, port } = new URL(url);
  if (hostname !== 'localhost') return [];
  const isEverywhere = host === '::' || host === '0.0.0.0';
  return Object.values(networkInterfaces())
    .flatMap((those) => those ?? [])
    .filter((one) => !one.internal && (isEverywhere ? one.family === 'IPv4' : one.address === host))
    .map(({ address, family }) => `${protocol}//${family === 'IPv6' ? `[${address}]` : address}:${port}`);
}

/** What is wrong in kiosk-config: the file, the place in it, what to do. */
function troubleLines(troubles: readonly ConfigTrouble[]): readonly string[] {
  return [
    '配置有误，仍按上一次正确的配置运行 · kiosk-config has errors; the last good one is in use:',
    ...troubles.map(
      ({ file, path, remedy }) => `  kiosk-config/${file}${path === '' ? '' : ` ${path}`}: ${remedy}`,
    ),
  ];
}

function columns(rows: readonly (readonly string[])[]): readonly string[] {
  const widths: number[] = [];
  for (const row of rows) row.forEach((cell, at) => (widths[at] = Math.max(widths[at] ?? 0, widthOf(cell))));
  return rows.map((row) =>
    row
      .map((cell, at) =>
        at === row.length - 1 ? cell : cell + ' '.repeat((widths[at] ?? 0) - widthOf(cell)),
      )
      .join('  '),
  );
}

/** Cells of a terminal: Chinese characters and full-width signs take two. */
const widthOf = (text: string): number =>
  [...text].reduce(
    (width, char) =>
      width +
      (/[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFF60\uFFE0-\uFFE6]/.test(
        char,
      )
        ? 2
        : 1),
    0,
  );
