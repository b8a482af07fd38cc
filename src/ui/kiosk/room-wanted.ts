/** A part of a page wants room for what it holds. It makes it within its own unless the page has prevented that, and does it for all. */
export class RoomWantedEvent extends Event {
  static readonly type = 'll-room-wanted';
  constructor() {
    super(RoomWantedEvent.type, { bubbles: true, cancelable: true });
  }
}
