import type { RowOf } from '../../../kernel/rows.ts';
import { t } from '../../../i18n/index.ts';
import { inPageLanguage } from '../../../i18n/in-page-language.ts';
import { ago } from '../../../ui/console/ago.ts';
import type { View } from '../../../protocol/client/api.ts';
import type { Request } from '../model/request.ts';

/** A request with whom and what it is about. */
export interface Wanted {
  readonly request: Request;
  readonly member: RowOf<'member'> | undefined;
  readonly policy: RowOf<'policy'> | undefined;
}

/** The requests with whom and what they are about, as far as this console holds it. */
export async function readWanted(view: View): Promise<readonly Wanted[]> {
  const requests = await view.list('people', 'request');
  const policyOf = async (id: string | null) =>
    id === null
      ? undefined
      : ((await view.get('city', 'policy', id)) ?? (await view.get('staff', 'policyWithdrawn', id))?.policy);
  return Promise.all(
    requests.map(async (request) => ({
      request,
      member: request.memberId === null ? undefined : await view.get('people', 'member', request.memberId),
      policy: await policyOf(request.policyId),
    })),
  );
}

export function whoOf({ request, member }: Wanted): string {
  if (member !== undefined) return member.name;
  if (request.memberId === null) return t('staff.requests.nobody');
  return request.seenName === null
    ? t('staff.requests.unknownNameless')
    : t('staff.requests.unknown', { name: request.seenName });
}

export function aboutOf({ request, policy }: Wanted): string {
  if (request.policyId === null || policy === undefined) return t('staff.requests.aboutAnything');
  const title = inPageLanguage(policy.title, policy.titleEn);
  return t('staff.requests.about', { title });
}

/** How long ago something was; of what nobody knows the time, that it was some time ago. */
export const sinceWords = (atMs: number | null, nowMs: number | null): string =>
  atMs === null || nowMs === null ? t('staff.requests.someTime') : ago(nowMs - atMs);
