const TEXTLESS: ReadonlySet<string> = new Set([
  'checkbox',
  'radio',
  'range',
  'button',
  'submit',
  'reset',
  'file',
  'color',
  'image',
]);

/** Whether keys write text where the focus is. */
export const isEditable = (target: EventTarget | null): boolean => {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true;
  return target instanceof HTMLInputElement && !TEXTLESS.has(target.type);
};

/** Whether a dialog is open that everything else waits for. */
export const isModalOpen = (): boolean => document.querySelector('dialog:modal') !== null;

const PRESSED =
  'button, summary, input, select, [role="button"], [role="tab"], [role="option"], [role="menuitem"], [role="switch"]';
const STEPPED =
  'input, select, [role="tab"], [role="option"], [role="menu"], [role="listbox"], [role="slider"], [role="grid"], [role="tree"]';

/** Whether the element in focus does something of its own with this stroke: a button with Space, a slider with arrows. */
export const ownsKey = (target: EventTarget | null, stroke: string): boolean => {
  if (!(target instanceof Element)) return false;
  if (stroke === 'Enter') return target.closest(`a[href], ${PRESSED}`) !== null;
  if (stroke === 'Space') return target.closest(PRESSED) !== null;
  if (stroke.startsWith('Arrow')) return target.closest(STEPPED) !== null;
  // A list to choose from goes to the entry that begins with the letter.
  return target instanceof HTMLSelectElement && !stroke.startsWith('mod+');
};
