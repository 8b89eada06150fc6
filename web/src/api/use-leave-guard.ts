/** Asks before something that is nowhere kept would be lost. */

import { useBlocker } from '@tanstack/react-router';
import { useConfirm } from '../shell/Confirm.tsx';
import { useWords } from '../words/catalogue.ts';
import { shellWords } from '../words/shell.ts';

/**
 * Asks before the tab is closed or another page opened while `active`; a function is asked at that
 * moment. Opening a drawer or changing a filter of the same page asks nothing.
 */
export function useLeaveGuard(active: boolean | (() => boolean)): void {
  const w = useWords(shellWords);
  const confirm = useConfirm();
  const isActive = () => (typeof active === 'function' ? active() : active);
  useBlocker({
    enableBeforeUnload: isActive,
    shouldBlockFn: async ({ current, next }) => {
      if (current.pathname === next.pathname || !isActive()) return false;
      return !(await confirm({ title: w.leaveTitle, body: w.leaveBody, action: w.leave }));
    },
  });
}
