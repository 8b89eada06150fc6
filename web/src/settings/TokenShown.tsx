/** A new access token: shown once, to be copied into the program that uses it. */

import { useState } from 'react';
import { Button, copyText, Modal } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { tokenWords } from '../words/tokens.ts';

/** `secret` is '' where it was shown already. */
export function TokenShown({ secret, onClose }: { secret: string; onClose(): void }) {
  const w = useWords(tokenWords);
  const [isCopied, setCopied] = useState(false);
  const isLost = secret === '';
  return (
    <Modal title={w.tokenShown} onClose={onClose}>
      <div className="slip">
        <p className="prose">{isLost ? w.tokenLost : w.tokenShownBody}</p>
        {!isLost && <p className="one-time token-text">{secret}</p>}
        <div className="modal-actions">
          {!isLost && (
            <Button kind="main" onClick={() => void copyText(secret).then(() => setCopied(true))}>
              {w.copy}
            </Button>
          )}
          <Button onClick={onClose}>{w.close}</Button>
          <span role="status" className="soft">
            {isCopied && w.copied}
          </span>
        </div>
      </div>
    </Modal>
  );
}
