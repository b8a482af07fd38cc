/** The module itself: what the package names as its main file is the same for `require`. */
declare module '@bbc/tv-lrud-spatial/lib/lrud.js' {
  /** What stands next that way of what has the focus; undefined where nothing does. */
  export function getNextFocus(
    from: Element | null,
    keyCode: number,
    scope?: HTMLElement,
  ): HTMLElement | undefined;
}
