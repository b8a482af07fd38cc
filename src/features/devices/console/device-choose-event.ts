/** Somebody wants to see one device, or, with null, all of them again. */
export class DeviceChooseEvent extends Event {
  static readonly type = 'll-device-choose';

  constructor(readonly deviceId: string | null) {
    super(DeviceChooseEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'll-device-choose': DeviceChooseEvent;
  }
}
