/** The page starts anew as soon as nobody uses it. */
export function reloadWhenQuiet(busy: () => boolean): void {
  if (!busy()) return location.reload();
  setTimeout(() => reloadWhenQuiet(busy), 1000);
}
