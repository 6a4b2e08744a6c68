/** `/` puts the cursor into the search field, wherever one is, unless somebody is typing. Returns how to stop. */
export function hearSearchKey(target: Window): () => void {
  const hear = (event: KeyboardEvent) => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    if (focusSearch(target.document)) event.preventDefault();
  };
  target.addEventListener('keydown', hear);
  return () => target.removeEventListener('keydown', hear);
}

/** Whether there was a search field to focus. */
export function focusSearch(document: Document): boolean {
  const field = document.querySelector<HTMLInputElement>('[data-search]');
  field?.focus();
  field?.select();
  return field !== null;
}

function isTyping(element: EventTarget | null): boolean {
  return element instanceof HTMLElement && (element.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName));
}
