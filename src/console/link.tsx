import type { MouseEvent, ReactNode } from 'react';
import { navigate } from './router.ts';

/** A plain click stays in the page; everything else (new tab, copy) is the browser's. */
const follow = (address: string) => (event: MouseEvent) => {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  navigate(address);
};

interface LinkProps {
  readonly to: string;
  readonly children: ReactNode;
  readonly label?: string;
  readonly current?: boolean;
}

/** A link inside the console: a real address. */
export const Link = ({ to, children, label, current }: LinkProps) => (
  <a href={to} onClick={follow(to)} aria-label={label} aria-current={current ? 'page' : undefined}>
    {children}
  </a>
);
