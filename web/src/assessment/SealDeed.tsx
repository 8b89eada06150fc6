/** 封存: the seal, after saying what never changes again and to how many. */

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, client, useSave } from '../api/index.ts';
import { useFormat } from '../format/index.ts';
import { Button, Modal, Query, SaveLine } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { readinessWords } from '../words/readiness.ts';
import type { Readiness, Sealed, Standings } from './replies.ts';
import { inOrder } from './standings-rows.ts';
import { usePeriodInput } from './use-period.ts';

interface SealDeedProps {
  data: Readiness;
  onSealed(sealed: Sealed): void;
}

export function SealDeed({ data, onSealed }: SealDeedProps) {
  const w = useWords(readinessWords);
  const [isOpen, setOpen] = useState(false);
  const { state, isReady } = data;
  const isSealed = state === 'sealed';
  const isRipe = isSealed || state === 'checking' || state === 'published';
  const hint = sealHint({ state, isReady }, w);
  return (
    <>
      {isRipe && (
        <Button
          kind={isSealed ? 'plain' : 'main'}
          disabled={hint !== ''}
          onClick={() => setOpen(true)}
        >
          {isSealed ? w.sealAgain : w.sealDeed}
        </Button>
      )}
      {hint !== '' && <span className="soft">{hint}</span>}
      {isOpen && (
        <SealDialog
          data={data}
          onClose={() => setOpen(false)}
          onSealed={(sealed) => {
            setOpen(false);
            onSealed(sealed);
          }}
        />
      )}
    </>
  );
}

/** Why it cannot be sealed now; '' when it can. */
function sealHint(
  { state, isReady }: Pick<Readiness, 'state' | 'isReady'>,
  w: (typeof readinessWords)['en'],
): string {
  if (state === 'sealed' || state === 'published') return '';
  if (state !== 'checking') return w.sealNeedsCheck;
  return isReady ? '' : w.sealNeedsReady;
}

interface SealDialogProps extends SealDeedProps {
  onClose(): void;
}

function SealDialog({ data, onClose, onSealed }: SealDialogProps) {
  const w = useWords(readinessWords);
  const format = useFormat();
  const input = usePeriodInput();
  const queries = useQueryClient();
  const [decisionNo, setDecisionNo] = useState('');
  const [reason, setReason] = useState('');
  const list = useQuery(api.assessment.standings.queryOptions({ input }));
  const seal = useSave(client.assessment.seal, {
    onSaved: (sealed) => {
      void queries.invalidateQueries({ queryKey: api.assessment.key() });
      void queries.invalidateQueries({ queryKey: api.desk.key() });
      onSealed(sealed);
    },
  });
  const { edition, state } = data;
  const isAgain = state === 'sealed';
  const isPublished = state === 'published';
  const label = format.period(input.period);
  const decision = decisionNo.trim();
  return (
    <Modal
      title={isAgain ? w.sealAgainTitle(label, (edition ?? 0) + 1) : w.sealTitle(label)}
      onClose={onClose}
    >
      <Query query={list} what={w.standings}>
        {(standings) => (
          <WhatIsSealed
            standings={standings}
            edition={isPublished ? undefined : edition}
            isPublished={isPublished}
          />
        )}
      </Query>
      {isAgain && (
        <Said
          label={w.decisionNo}
          hint={w.decisionHint}
          value={decisionNo}
          onChange={setDecisionNo}
        />
      )}
      {(isPublished || (!isAgain && seal.problem !== undefined)) && (
        <Said label={w.earlyReason} hint={w.earlyHint} value={reason} onChange={setReason} />
      )}
      <div className="modal-actions">
        <Button
          kind="main"
          disabled={seal.isBusy || list.data === undefined || (isAgain && decision === '')}
          onClick={() =>
            void seal.run({
              ...input,
              ...(isAgain ? { decisionNo: decision } : {}),
              ...(reason.trim() === '' ? {} : { reason }),
            })
          }
        >
          {isAgain ? w.sealAgain : w.sealDeed}
        </Button>
        <Button onClick={onClose}>{w.notNow}</Button>
        {isAgain && decision === '' && <span className="soft">{w.decisionNeeded}</span>}
      </div>
      <SaveLine save={seal} />
    </Modal>
  );
}

interface SaidProps {
  label: string;
  hint: string;
  value: string;
  onChange(value: string): void;
}

/** A line that the seal keeps: by which decision, or why now. */
function Said({ label, hint, value, onChange }: SaidProps) {
  return (
    <label className="field">
      {label}
      <input
        value={value}
        aria-describedby="said-hint"
        onChange={(event) => onChange(event.target.value)}
      />
      <span id="said-hint" className="soft field-hint">
        {hint}
      </span>
    </label>
  );
}

/** How many subjects, who stands first, and who will see it. */
function WhatIsSealed({
  standings,
  edition,
  isPublished,
}: {
  standings: Standings;
  edition: number | undefined;
  isPublished: boolean;
}) {
  const w = useWords(readinessWords);
  const names = new Map(standings.groups.map(({ code, name }) => [code, name]));
  const first = inOrder(standings)
    .filter(({ rank }) => rank === 1)
    .map(({ name, group = '', total }) =>
      [names.get(group), name, total.text].filter(Boolean).join(' '),
    );
  const { length } = standings.rows;
  return (
    <div className="prose told">
      <p>{edition === undefined ? w.sealBody(length) : w.sealAgainBody(length, edition)}</p>
      {first.length > 0 && <p>{w.sealTop(first.join(w.listComma))}</p>}
      <p>{isPublished ? w.sealPublished : w.sealLater}</p>
    </div>
  );
}
