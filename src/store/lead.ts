/**
 * Runs `lead` in exactly one page of those that ask under a name: in the first, and when that one is closed in the
 * next. The lead lasts as long as the page.
 */
export function leadWhenElected(name: string, lead: () => void): void {
  // Without locks there is no secure context either, and then no page gets this far; a lone page leads itself.
  if (!('locks' in navigator)) return lead();
  void navigator.locks.request(name, () => {
    lead();
    // WPE WebKit 2.38 keeps the locks of a page that was left: the next one of this device would wait for ever.
    return new Promise<void>((leave) => addEventListener('pagehide', () => leave()));
  });
  // Brought back as it was left, it leads no more.
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) location.reload();
  });
}
