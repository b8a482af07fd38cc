/** Longest text that fits the rows the hub makes by itself. */
const LINE = 120;

/** Text as it was sent may be anything; what is stored has no control characters, which not every database takes. */
export const printable = (text: string): string => text.replace(/\p{Cc}/gu, '\ufffd').slice(0, LINE) || '-';
