/** The languages that are spoken, as pages name them. */
export type Language = 'zh-CN' | 'en';

/** How fast: as people talk, or slowly, for whoever asks a second time. */
export type Pace = 'normal' | 'slow';

/** What is named where nobody is to speak: on a machine with no processor to spare for it, though espeak-ng is there. */
export const NOBODY = 'none';

/** Says texts. Each makes one sound at a time, apart from what answers requests. */
export interface Voice {
  /** Who speaks, with everything that changes how it sounds: kept sound goes by it. */
  readonly id: string;
  /**
   * One text as sound: a WAV file of 16 bit samples, one channel.
   * Rejects with an error that says why, where it cannot be said.
   */
  say(text: string, language: Language, pace: Pace): Promise<Buffer>;
  /** Ends what it runs. */
  close(): Promise<void>;
}
