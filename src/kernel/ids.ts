declare const brand: unique symbol;

/** A string that the compiler will not confuse with another kind of id. */
export type Id<Name extends string> = string & { readonly [brand]: Name };

/** Identity of a mutation: a UUIDv7, so that mids made on one device sort by the time they were made. */
export type Mid = Id<'Mid'>;
/** Identity of one chain of mutations: a (device, actor) pair's, minted anew after a fork or a wipe. */
export type ClientId = Id<'ClientId'>;
export type CentreId = Id<'CentreId'>;
export type DeviceId = Id<'DeviceId'>;
export type AccountId = Id<'AccountId'>;
export type MemberId = Id<'MemberId'>;
/** `courseId@YYYY-MM-DD`: one occurrence of a course. */
export type SessionId = Id<'SessionId'>;
/** `YYYY-MM-DD.meal.canteenId`: one meal of one day in one canteen. */
export type MenuId = Id<'MenuId'>;
/** SHA-256 in lower-case hex: the name of a media file. */
export type MediaHash = Id<'MediaHash'>;

/** Names a string as an id of the kind the context asks for. The one place where brands are put on. */
export const id = <Name extends string>(text: string): Id<Name> => text as Id<Name>;
