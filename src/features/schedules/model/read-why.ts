import type { Missed, Why } from './why.ts';

/** Reads a reported reason; null where it is none that this build knows. */
export function parseWhy(text: string): Why | null {
  const pushed = /^pushed (\d{1,15})(?:#(\d{1,15}))? (.+)$/.exec(text);
  if (pushed !== null) {
    const [, untilMs, version, by = ''] = pushed;
    const which = version === undefined ? {} : { version: Number(version) };
    return { because: 'pushed', untilMs: Number(untilMs), by, ...which };
  }
  const [, from, to] = /^daypart (\d\d:\d\d) (\d\d:\d\d)$/.exec(text) ?? [];
  if (from !== undefined && to !== undefined) return { because: 'daypart', from, to };
  return bare.find(({ because }) => because === text) ?? null;
}

const bare: readonly Why[] = [
  { because: 'emergency' },
  { because: 'run' },
  { because: 'default' },
  { because: 'meals' },
  { because: 'no-time' },
];

/** Reads what is reported as missed; null where it is no such text. */
export function parseMissed(text: string): Missed | null {
  const [, what, item] = /^(unknown|nothing) (.+)$/.exec(text) ?? [];
  if (item === undefined) return null;
  return { what: what === 'unknown' ? 'unknown' : 'nothing', item };
}
