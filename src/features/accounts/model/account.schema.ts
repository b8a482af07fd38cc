import Type from 'typebox';
import { IdField, OneOf, Shape, ShortText } from '../../../kernel/fields.schema.ts';

export const RoleField = OneOf(['manager', 'canteen', 'leader', 'advisor', 'viewer']);
/** A member of staff, without secrets: row `account` in `staff:ID`. */
export const Account = Shape({
  id: IdField('AccountId'),
  name: ShortText,
  role: RoleField,
  active: Type.Boolean(),
});
export const AccountSaveArgs = Shape({ account: Account });
