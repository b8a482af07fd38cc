/** As much as a row's line takes, of text that may be anything: without the characters not every database takes. */
export const line = (text: string): string => text.replace(/\p{Cc}/gu, '\ufffd').slice(0, 120) || '-';
