const MB = 1024 * 1024;

/** Bytes as people say them, everywhere alike: `0.4 MB`, `85 MB`, `1 GB`, `1.2 GB`. */
export function sizeWords(bytes: number): string {
  const megabytes = bytes / MB;
  if (megabytes >= 999.5) return `${tenths(megabytes / 1024)} GB`;
  if (megabytes >= 9.95) return `${Math.round(megabytes)} MB`;
  return `${bytes === 0 ? 0 : Math.max(0.1, tenths(megabytes))} MB`;
}

/** What a setting of so many megabytes comes to. */
export const megabytesWords = (megabytes: number): string => sizeWords(megabytes * MB);

const tenths = (figure: number): number => Math.round(figure * 10) / 10;
