import { type MouseEvent, type ReactNode, useLayoutEffect, useRef } from 'react';
import { t } from '../messages/index.ts';
import { Icon } from './icon.tsx';

/** A dialog over the desk; the browser keeps the focus within it and gives it back, Esc and a click beside it close it. */
export const Dialog = ({
  title,
  onClose,
  children,
  className = '',
  isTitleShown = true,
}: {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly className?: string;
  /** Whether the title is seen; it is always read out. */
  readonly isTitleShown?: boolean;
}): ReactNode => {
  const ref = useRef<HTMLDialogElement>(null);
  // Closed while it still stands in the page: only then the browser gives the focus back.
  useLayoutEffect(() => {
    const dialog = ref.current;
    if (dialog !== null && !dialog.open) dialog.showModal();
    return () => dialog?.close();
  }, []);
  const onBeside = (event: MouseEvent): void => {
    if (event.target === ref.current) onClose();
  };
  const cancel = (event: { preventDefault: () => void }): void => {
    event.preventDefault();
    onClose();
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Esc closes it, by the browser.
    <dialog
      ref={ref}
      className={`dialog ${className}`}
      aria-label={title}
      onCancel={cancel}
      onClick={onBeside}
    >
      <div className="dialog-in">
        {isTitleShown && (
          <header className="dialog-head">
            <h2>{title}</h2>
            <button type="button" className="button quiet" aria-label={t('dialog.close')} onClick={onClose}>
              <Icon name="close" />
            </button>
          </header>
        )}
        {children}
      </div>
    </dialog>
  );
};
