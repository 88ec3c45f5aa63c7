import type { AnchorHTMLAttributes, MouseEvent, ReactNode } from 'react';
import { useGo } from '../lib/place.ts';

/** A link within the desk: a real address that can be copied and opened anew, followed without loading the page again. */
export const Link = ({
  to,
  replace = false,
  onClick,
  children,
  ...rest
}: AnchorHTMLAttributes<HTMLAnchorElement> & {
  readonly to: string;
  readonly replace?: boolean;
  readonly children: ReactNode;
}): ReactNode => {
  const go = useGo();
  const follow = (event: MouseEvent<HTMLAnchorElement>): void => {
    onClick?.(event);
    const isPlain =
      event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    if (event.defaultPrevented || !isPlain) return;
    event.preventDefault();
    go.to(to, { replace });
  };
  return (
    <a {...rest} href={to} onClick={follow}>
      {children}
    </a>
  );
};
