/** Whether published lists of units stand on the internet: off until an administrator names the decision. */

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, client } from '../api/index.ts';
import { useFormat } from '../format/index.ts';
import { DateField, DeedModal } from '../forms/index.ts';
import { Button, useOwnRoles, useTown } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { internetWords } from '../words/internet.ts';
import { Line } from '../work/WorkFields.tsx';

const readers = ['administrator', 'assessment-office', 'discipline'];

export function Internet() {
  const w = useWords(internetWords);
  const format = useFormat();
  const town = useTown();
  const own = useOwnRoles() ?? [];
  const isReader = readers.some((role) => own.includes(role));
  const { data } = useQuery({
    ...api.publication.internet.queryOptions({ input: { town } }),
    enabled: isReader,
  });
  const [isAsking, setAsking] = useState(false);
  if (!data) return null;
  const { isOn, decisionNo = '', decidedOn = '' } = data;
  return (
    <section className="prose no-print">
      <h2>{w.internet}</h2>
      <p>
        {isOn ? w.internetOn(decisionNo, format.day(decidedOn)) : w.internetOff}{' '}
        {own.includes('administrator') && (
          <Button onClick={() => setAsking(true)}>{isOn ? w.turnOff : w.turnOn}</Button>
        )}
      </p>
      {isAsking && <SwitchForm isOn={isOn} onClose={() => setAsking(false)} />}
    </section>
  );
}

function SwitchForm({ isOn, onClose }: { isOn: boolean; onClose(): void }) {
  const w = useWords(internetWords);
  const { today } = useFormat();
  const town = useTown();
  const queries = useQueryClient();
  const [decisionNo, setDecisionNo] = useState('');
  const [decidedOn, setDecidedOn] = useState(today);
  const isWhole = decisionNo.trim() !== '' && decidedOn !== '';
  const on = isWhole ? { town, isOn: true, decisionNo, decidedOn } : undefined;
  return (
    <DeedModal
      title={isOn ? w.turnOff : w.turnOn}
      says={isOn ? w.turnOffSays : w.turnOnSays}
      action={isOn ? w.turnOff : w.turnOn}
      call={client.publication.setInternet}
      input={isOn ? { town, isOn: false } : on}
      onClose={onClose}
      refresh={() => void queries.invalidateQueries({ queryKey: api.publication.key() })}
    >
      {!isOn && (
        <>
          <Line label={w.decisionNo} value={decisionNo} onChange={setDecisionNo} required />
          <DateField
            label={w.decidedOn}
            value={decidedOn}
            max={today}
            onChange={setDecidedOn}
            required
          />
        </>
      )}
    </DeedModal>
  );
}
