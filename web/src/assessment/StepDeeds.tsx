/** Moving a period one step on or back, after saying in words what that does. */

import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, client, useSave } from '../api/index.ts';
import { useFormat } from '../format/index.ts';
import { Button, Modal, SaveLine } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { readinessWords } from '../words/readiness.ts';
import { stepsFrom } from './period-steps.ts';
import { obstacleCount } from './readiness.ts';
import type { Readiness } from './replies.ts';
import { usePeriodInput } from './use-period.ts';

type To = 'open' | 'scoring' | 'checking';

export function StepDeeds({ data }: { data: Readiness }) {
  const w = useWords(readinessWords);
  const [asked, setAsked] = useState<To>();
  const { forward, back } = stepsFrom(data.state);
  return (
    <>
      {forward && (
        <Button kind="main" onClick={() => setAsked(forward)}>
          {w.forwardTo(w[forward])}
        </Button>
      )}
      {back && <Button onClick={() => setAsked(back)}>{w.backTo(w[back])}</Button>}
      {asked && <StepDialog data={data} to={asked} onClose={() => setAsked(undefined)} />}
    </>
  );
}

interface StepDialogProps {
  data: Readiness;
  to: To;
  onClose(): void;
}

function StepDialog({ data, to, onClose }: StepDialogProps) {
  const w = useWords(readinessWords);
  const input = usePeriodInput();
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const move = useSave(client.assessment.move, {
    onSaved: () => {
      void queries.invalidateQueries({ queryKey: api.assessment.key() });
      void queries.invalidateQueries({ queryKey: api.desk.key() });
      onClose();
    },
  });
  const isBack = stepsFrom(data.state).back === to;
  const title = isBack ? w.backTo(w[to]) : w.forwardTo(w[to]);
  return (
    <Modal title={title} onClose={onClose}>
      <Consequence data={data} to={to} />
      {isBack && (
        <label className="field">
          {w.reason}
          <textarea
            rows={3}
            value={reason}
            placeholder={w.reasonHint}
            onChange={(event) => setReason(event.target.value)}
          />
        </label>
      )}
      <div className="modal-actions">
        <Button
          kind="main"
          disabled={move.isBusy}
          onClick={() =>
            void move.run({ ...input, to, ...(reason.trim() === '' ? {} : { reason }) })
          }
        >
          {title}
        </Button>
        <Button onClick={onClose}>{w.notNow}</Button>
      </div>
      <SaveLine save={move} />
    </Modal>
  );
}

/** What the step does, and to how many. */
function Consequence({ data, to }: { data: Readiness; to: To }) {
  const w = useWords(readinessWords);
  const format = useFormat();
  const unsigned = data.unsigned.reduce((sum, { clauses }) => sum + clauses.length, 0);
  const isEarly = to === 'scoring' && data.state === 'open' && format.today <= data.to;
  const sentences: Record<To, readonly string[]> = {
    open: [w.askOpen],
    scoring:
      data.state === 'open'
        ? [w.askScoring, w.askScoringNow(unsigned)]
        : [w.askBackScoring, w.askScoringNow(unsigned)],
    checking: [w.askChecking, w.askCheckingNow(obstacleCount(data))],
  };
  return (
    <div className="prose told">
      {sentences[to].map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {isEarly && <p className="field-error">{w.earlyStep(format.day(data.to))}</p>}
    </div>
  );
}
