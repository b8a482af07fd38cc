import Type from 'typebox';
import { ClockField, IdField, Line, OneOf, Shape, ShortText } from '../../../kernel/fields.schema.ts';
import { utcOffsetOf } from '../../../kernel/time.ts';

export const MealName = OneOf(['breakfast', 'lunch', 'dinner']);
/** When a meal is served. A `to` before its `from` is of the next day. */
const MealTimes = Shape({
  meal: MealName,
  from: ClockField,
  to: ClockField,
  /** Not served on public holidays. */
  skipsHolidays: Type.Optional(Type.Boolean()),
});
const HomeTile = OneOf(['menu', 'classes', 'checkin', 'policies', 'services', 'neighbours']);

/** One centre: what every face needs to know of the house it stands in. Row `centre`, id = the centre's. */
export const Centre = Shape({
  id: IdField('CentreId'),
  name: Line,
  shortName: ShortText,
  address: Line,
  hotline: ShortText,
  emergencyNumber: Type.Optional(
    Type.Union([ShortText, Type.Null()], {
      description:
        "The house's phone that is answered at once. Without it the hotline is shown; 120 always is.",
    }),
  ),
  utcOffsetMinutes: Type.Integer({
    minimum: -720,
    maximum: 840,
    description: `Minutes east of UTC; ${utcOffsetOf()} in China.`,
  }),
  canteens: Type.Array(Shape({ id: IdField('CanteenId'), name: ShortText }), { minItems: 1, maxItems: 8 }),
  meals: Type.Array(MealTimes, { minItems: 1, maxItems: 3 }),
  tiles: Type.Array(HomeTile, { minItems: 1, maxItems: 6, description: "The kiosk's home tiles, in order." }),
});

/** An entry of the district's directory of centres. Row `place` in `city`. */
export const Place = Shape({
  id: IdField('PlaceId'),
  tier: ShortText,
  /** Null where the source document does not state it. */
  region: Type.Union([ShortText, Type.Null()]),
  name: Line,
  street: Line,
  communitiesCovered: Type.Union([Type.Integer({ minimum: 0 }), Type.Null()]),
  services: Type.Array(ShortText, { maxItems: 20 }),
  areaM2: Type.Union([Type.Number({ minimum: 0 }), Type.Null()]),
});
export const CentreSaveArgs = Shape({ centre: Centre });
