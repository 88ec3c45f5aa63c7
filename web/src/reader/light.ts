/** Marks (`data-m`, keys parted by blanks) under `root` that bear one of the keys. */
const bearing = (root: ParentNode, keys: readonly string[]): readonly Element[] =>
  keys.flatMap((key) => [...root.querySelectorAll(`[data-m~="${CSS.escape(key)}"]`)]);

/** Lights all that bears one of the keys, and nothing else; none puts all lights out. */
export const light = (root: ParentNode | null, keys: readonly string[]): void => {
  if (root === null) return;
  const wanted = new Set(bearing(root, keys));
  for (const element of root.querySelectorAll('.lit'))
    if (!wanted.has(element)) element.classList.remove('lit');
  for (const element of wanted) element.classList.add('lit');
};

/** The keys that the nearest marked element around a target bears. */
export const keysAt = (target: EventTarget | null): readonly string[] => {
  if (!(target instanceof Element)) return [];
  const keys = target.closest('[data-m]')?.getAttribute('data-m') ?? '';
  return keys.split(' ').filter((key) => key !== '');
};

/** Scrolls the first characters that bear a key to the middle of the screen. */
export const scrollToKey = (root: ParentNode | null, key: string): boolean => {
  const found = root?.querySelector(`.page-text [data-m~="${CSS.escape(key)}"]`);
  if (found === null || found === undefined) return false;
  const isCalm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  found.scrollIntoView({ block: 'center', behavior: isCalm ? 'instant' : 'smooth' });
  return true;
};

/** Brings the line of the first of some keys into view in the list beside the text, without moving the page. */
export const revealLine = (root: ParentNode | null, keys: readonly string[]): void => {
  const panel = root?.querySelector('.reader-panel');
  const line = keys
    .map((key) => panel?.querySelector(`li[data-m~="${CSS.escape(key)}"], tr[data-m~="${CSS.escape(key)}"]`))
    .find(Boolean);
  if (panel === null || panel === undefined || line === null || line === undefined) return;
  const [box, at] = [panel.getBoundingClientRect(), line.getBoundingClientRect()];
  if (at.top < box.top || at.bottom > box.bottom) panel.scrollTop += at.top - box.top - box.height / 3;
};
