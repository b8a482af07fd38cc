import Type from 'typebox';
import { IdField, OneOf, Shape, ShortText } from '../../../kernel/fields.schema.ts';

export const RoleField = OneOf(['manager', 'canteen', 'leader', 'advisor', 'viewer']);
/** A member of staff, without secrets: row `account` in `staff:ID`. */
export const Account = Shape({
  id: IdField('AccountId'),
  name: ShortText,
  role: RoleField,
  active: Type.Boolean(),
  /** For the time being nobody signs in by it. Absent in what an older build wrote: it is not. */
  locked: Type.Optional(Type.Boolean()),
});
/** What is to be different of an account; what is not named stays as whoever changed it last has left it. */
export const AccountChangeArgs = Shape({
  accountId: IdField('AccountId'),
  set: Shape({
    name: Type.Optional(ShortText),
    role: Type.Optional(RoleField),
    active: Type.Optional(Type.Boolean()),
    locked: Type.Optional(Type.Boolean()),
  }),
});
export const AccountSaveArgs = Shape({ account: Account });
