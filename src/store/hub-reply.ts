/** Why a question to the hub was not answered as hoped, in words a page can turn into its own. */
export interface HubTrouble {
  readonly type: 'away' | 'throttled' | 'unauthorised' | 'forbidden' | 'unknown' | 'bad-input' | 'problem';
  /** The problem's stable word, when the hub gave one. */
  readonly code: string | null;
  /** Seconds to wait before asking again; null when the hub did not say. */
  readonly waitS: number | null;
}
