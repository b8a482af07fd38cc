import Type from 'typebox';
import { IdField, OneOf, OrNull, Shape, ShortText, Told, UnixMs } from '../../../kernel/fields.schema.ts';
import { settings } from './settings.ts';

export const Panel = Shape({
  diagonalInches: Type.Number({
    minimum: 3,
    maximum: 120,
    description: 'Diagonal of the visible glass, in inches, as on the label.',
  }),
  widthPx: Type.Integer({
    minimum: 240,
    maximum: 7680,
    description: 'Pixels as the browser sees them, in the orientation it is hung.',
  }),
  heightPx: Type.Integer({ minimum: 240, maximum: 7680 }),
});

/** What is set for one device: row `deviceConfig` in `device:ID` with a copy in `staff:ID`, and the body of a file in kiosk-config. */
export const DeviceConfig = Shape({
  id: IdField('DeviceId'),
  kind: OneOf(['kiosk', 'screen', 'console']),
  name: ShortText,
  /** Where it stands, as elders call the place: 一楼大厅. */
  place: ShortText,
  panel: Panel,
  distanceMm: Type.Integer({
    minimum: 200,
    maximum: 20_000,
    description:
      'Millimetres to the farthest reader: about 650 at a kiosk, the last seat for a screen. All sizes follow from it.',
  }),
  canteenId: OrNull(IdField('CanteenId')),
  /** The room whose classes and runs it shows. */
  room: OrNull(ShortText),
  oneDecoder: Type.Boolean({ description: 'True where a second playing video freezes the set.' }),
  mediaBudgetMB: Type.Integer({ minimum: 16, maximum: 65_536 }),
  locale: OneOf(['zh-CN', 'en']),
  group: Type.Optional(
    Type.String({
      maxLength: 40,
      pattern: '^[\\p{L}\\p{N}][\\p{L}\\p{N}._-]*$',
      description: 'Screens with the same word here may share one schedule; letters and figures only.',
    }),
  ),
  /** What a kiosk prints on: a roll 80 mm wide, or A4. Absence means that it has no printer, and offers no paper. */
  printer: Type.Optional(OneOf(['receipt', 'a4'])),
  /** How a kiosk sounds. Absence means half as loud as it can, with a sound at each press. */
  sound: Type.Optional(
    Shape({
      volume: Type.Integer({
        minimum: 0,
        maximum: 100,
        description:
          'Of presses, of ✓ and of a call for help, in hundredths of what the box can; 0 is silent.',
      }),
      taps: Type.Boolean({
        description: 'False where a press makes no sound; ✓ and calls for help still do.',
      }),
    }),
  ),
  checkInWays: Type.Optional(
    Type.Array(OneOf(['card', 'digits', 'companion', 'visitor']), {
      minItems: 1,
      maxItems: 4,
      uniqueItems: true,
      description:
        'How people may sign in at this kiosk: by card or code; by the end of their telephone number or how their name begins; through a neighbour; as a visitor without membership. All of them where it is absent.',
    }),
  ),
  rotate: Type.Optional(
    Type.Integer({
      enum: [0, 90, 180, 270],
      description:
        'Degrees clockwise by which the picture of a television is turned, where it is hung upright or upside down and does not turn it itself. The panel is stated as it hangs. 0 where it is absent.',
    }),
  ),
  /**
   * Two televisions of one size, side by side, that show a menu's pages together: the first on the left one, the next on the
   * right. Absence means that it hangs alone.
   */
  continues: Type.Optional(
    Shape({
      of: Type.Integer({ minimum: 2, maximum: 2, description: 'So many televisions hang side by side.' }),
      part: Type.Integer({ minimum: 1, maximum: 2, description: 'Which of them it is, from the left.' }),
    }),
  ),
  panelGuessed: Type.Optional(
    Type.Boolean({
      description:
        "True while nobody has said how large the panel is: it was taken from the centre's first device of the kind, and the glass asks. Absent: somebody has.",
    }),
  ),
});

export const DeviceConfigureArgs = Shape({
  config: DeviceConfig,
  /** What of it was changed: all else stays as a colleague has set it meanwhile. Absent means all of it. */
  only: Type.Optional(Type.Array(OneOf([...settings]), { maxItems: 12, uniqueItems: true })),
});

/** What a glass says of itself is believed up to here. */
const MOST_WAITING = 99_999;
export const Waiting = Type.Integer({ minimum: 0, maximum: MOST_WAITING });

/** A device as staff see it: row `device` in `staff:ID`. */
export const Device = Shape({
  id: IdField('DeviceId'),
  kind: OneOf(['kiosk', 'screen', 'console']),
  name: ShortText,
  place: ShortText,
  pairedAtMs: OrNull(UnixMs),
  /** Set when its chain forked: two glasses may share one copied disk. */
  perhapsClonedAtMs: OrNull(UnixMs),
  /** When what it proves itself with was on its disk: till then a power cut may undo the pairing. */
  keptAtMs: Type.Optional(OrNull(UnixMs)),
  /** Set while a glass that is not let in says it is this device, and holds so much that waits to be sent. */
  askedBack: Type.Optional(OrNull(Shape({ atMs: UnixMs, waiting: Waiting }))),
  /** When staff put it away, till it is paired again. */
  retiredAtMs: Type.Optional(OrNull(UnixMs)),
});

/** What a device has healed by itself, the newest first. `kind` is a word of the device's build: a newer one has more. */
const HealedList = Type.Array(
  Type.Object({ kind: Told(40), atMs: UnixMs, count: Type.Integer({ minimum: 1 }) }),
  { maxItems: 10 },
);

/** Builds that did not work on a device, which went back to the one before. `why` is a word of the device's worker. */
const BadBuilds = Type.Array(Type.Object({ id: ShortText, why: ShortText }), { maxItems: 5 });

/** What devices of newer builds say besides; of an older one nothing is known of it, which is not that it is well. */
const Besides = {
  /** What may be asked of it from afar, in words of its build. */
  can: Type.Optional(Type.Array(Told(40), { maxItems: 20 })),
  /** Since when its page stands, in milliseconds before the report. */
  upMs: Type.Optional(Type.Number({ minimum: 0 })),
  /** How often it has mended something of itself within a day. */
  mendedToday: Type.Optional(Type.Integer({ minimum: 0 })),
  /** Whether the display is kept from sleeping: `held`, `refused`, or `absent` where the engine has no way to. */
  awake: Type.Optional(OneOf(['held', 'refused', 'absent'])),
  /** How loud it is, in hundredths, where it sounds at all. */
  volume: Type.Optional(Type.Integer({ minimum: 0, maximum: 100 })),
} as const;

/** How a device is, as it says itself. */
export const HealthReport = Type.Object({
  build: Told(40),
  engine: Told(120),
  tier: Told(40),
  storageUsedBytes: OrNull(Type.Number({ minimum: 0 })),
  storageQuotaBytes: OrNull(Type.Number({ minimum: 0 })),
  persisted: OrNull(Type.Boolean()),
  outbox: Type.Integer({ minimum: 0 }),
  timeQuality: OneOf(['confirmed', 'carried', 'unknown']),
  healed: Type.Optional(HealedList),
  /** It can keep nothing: what it holds is gone when it is switched off. */
  inMemory: Type.Optional(Type.Boolean()),
  /** The build that has the pages and has not yet shown that it works. */
  trial: Type.Optional(OrNull(ShortText)),
  badBuilds: Type.Optional(BadBuilds),
  ...Besides,
});

/** Last health report of a device: row `deviceHealth` in `staff:ID`, id = the device's. */
export const DeviceHealth = Shape({
  id: IdField('DeviceId'),
  lastSeenMs: UnixMs,
  build: Told(40),
  engine: Told(120),
  tier: Told(40),
  storageUsedBytes: OrNull(Type.Number({ minimum: 0 })),
  storageQuotaBytes: OrNull(Type.Number({ minimum: 0 })),
  persisted: OrNull(Type.Boolean()),
  outbox: Type.Integer({ minimum: 0 }),
  timeQuality: OneOf(['confirmed', 'carried', 'unknown']),
  healed: Type.Optional(HealedList),
  inMemory: Type.Optional(Type.Boolean()),
  /** The build that has the pages and has not yet shown that it works. */
  trial: Type.Optional(OrNull(ShortText)),
  badBuilds: Type.Optional(BadBuilds),
  ...Besides,
});
