/** The element that has the focus, through the shadow roots on the way to it; a document's body where nothing has. */
export function deepestFocus(root: DocumentOrShadowRoot): Element | null {
  const focused = root.activeElement;
  return focused?.shadowRoot ? (deepestFocus(focused.shadowRoot) ?? focused) : focused;
}
