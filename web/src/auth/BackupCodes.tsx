/** The backup codes on a slip of paper: shown once, printed alone, locked away. */

import { createPortal } from 'react-dom';
import { Button, Modal } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { safetyWords } from '../words/safety.ts';

interface BackupCodesProps {
  codes: readonly string[];
  userName: string;
  onClose(): void;
}

export function BackupCodes({ codes, userName, onClose }: BackupCodesProps) {
  const w = useWords(safetyWords);
  // Beside the page, not in it: only the slip is printed.
  return createPortal(
    <Modal title={w.codesTitle} onClose={onClose}>
      <div className="slip">
        <p className="prose">{w.codesBody}</p>
        <p>
          <strong>{w.codesOf(userName)}</strong> <span className="soft">{location.origin}</span>
        </p>
        <ol className="backup-codes">
          {codes.map((code) => (
            <li key={code} className="one-time">
              {code}
            </li>
          ))}
        </ol>
        <div className="modal-actions">
          <Button kind="main" onClick={() => window.print()}>
            {w.print}
          </Button>
          <Button onClick={onClose}>{w.kept}</Button>
        </div>
      </div>
    </Modal>,
    document.body,
  );
}
