import type { Heard } from '../protocol/client/believe.ts';
import { HUB_HEADER } from '../protocol/wire/limits.ts';

/** A response as what was heard. A redirect leads to somebody's login page: whatever is there is not the hub's. */
export function heardOf({ status, headers, redirected }: Response, text: string): Heard {
  return { status, hub: redirected ? null : headers.get(HUB_HEADER), body: jsonOf(text) };
}

/** A body that is no JSON (a proxy's page) says nothing; none at all is the hub's way to say that it is done. */
function jsonOf(text: string): unknown {
  if (text === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
