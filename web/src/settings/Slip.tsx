/** A first password on a slip of paper: shown once, printed alone, handed over in person. */

import { createPortal } from 'react-dom';
import { Button, Modal } from '../shell/index.ts';
import { accountWords } from '../words/accounts.ts';
import { useWords } from '../words/catalogue.ts';

export interface SlipContent {
  /** Whose it is, where there is a name. */
  person?: string | undefined;
  userName: string;
  /** '' where it was shown already. */
  firstPassword: string;
}

export function Slip({ slip, onClose }: { slip: SlipContent; onClose(): void }) {
  const w = useWords(accountWords);
  const { person, userName, firstPassword } = slip;
  const isLost = firstPassword === '';
  // Beside the page, not in it: only the slip is printed.
  return createPortal(
    <Modal title={w.slipTitle} onClose={onClose}>
      <div className="slip">
        <p className="prose">{isLost ? w.slipLost : w.slipBody}</p>
        <dl className="pairs">
          {person !== undefined && (
            <>
              <dt>{w.person}</dt>
              <dd>{person}</dd>
            </>
          )}
          <dt>{w.slipAddress}</dt>
          <dd>{window.location.origin}</dd>
          <dt>{w.userName}</dt>
          <dd>{userName}</dd>
          {!isLost && (
            <>
              <dt>{w.slipTitle}</dt>
              <dd className="one-time">{firstPassword}</dd>
            </>
          )}
        </dl>
        <div className="modal-actions">
          {!isLost && (
            <Button kind="main" onClick={() => window.print()}>
              {w.print}
            </Button>
          )}
          <Button onClick={onClose}>{w.done}</Button>
        </div>
      </div>
    </Modal>,
    document.body,
  );
}
