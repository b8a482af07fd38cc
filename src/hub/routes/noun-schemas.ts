import { argSchemas, rowSchemas } from '../../features/schemas.ts';

/**
 * What every noun's rows and changes look like, for `/api/openapi.json`: `row.KIND`, and `args.NAME` for what a push
 * carries under that name.
 */
export function nounSchemas(): Record<string, object> {
  const named = [
    ...Object.entries(rowSchemas).map(([kind, schema]) => [`row.${kind}`, schema]),
    ...Object.entries(argSchemas).map(([name, schema]) => [`args.${name}`, schema]),
  ];
  return JSON.parse(JSON.stringify(Object.fromEntries(named)));
}
