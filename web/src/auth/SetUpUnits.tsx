/** The units of a town before there is a roster: from a workbook, from the national list, by hand. */

import { useState } from 'react';
import { client, useSave } from '../api/index.ts';
import { Field, tableFiles } from '../forms/index.ts';
import { Button, SaveLine } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { setUpWords } from '../words/set-up.ts';
import { SetUpDivision } from './SetUpDivision.tsx';
import { StepDeeds, type StepProps } from './SetUpSteps.tsx';
import { type FirstUnit, withUnits } from './set-up-draft.ts';

export function UnitsStep({ draft, change, onNext, onBack }: StepProps) {
  const w = useWords(setUpWords);
  const [twice, setTwice] = useState<readonly string[]>([]);
  const add = (added: readonly FirstUnit[]) => {
    const { units, twice: known } = withUnits(draft.units, added);
    setTwice(known);
    change({ units });
  };
  return (
    <>
      <p className="prose">{w.unitsHint}</p>
      <details className="way">
        <summary>{w.fromFile}</summary>
        <FromFile draft={draft} onUnits={add} />
      </details>
      <details className="way">
        <summary>{w.fromList}</summary>
        <SetUpDivision keyText={draft.key} onUnits={add} />
      </details>
      <details className="way">
        <summary>{w.byHand}</summary>
        <ByHand onUnits={add} />
      </details>
      {twice.length > 0 && (
        <p role="status" className="field-error">
          {w.twice(twice.join(', '))}
        </p>
      )}
      <Listed units={draft.units} onChange={(units) => change({ units })} />
      <StepDeeds onBack={onBack} onNext={onNext} />
    </>
  );
}

interface WayProps {
  onUnits(units: readonly FirstUnit[]): void;
}

function FromFile({ draft, onUnits }: WayProps & Pick<StepProps, 'draft'>) {
  const w = useWords(setUpWords);
  const [told, setTold] = useState<Awaited<ReturnType<typeof client.setUp.readUnits>>>();
  const read = useSave(client.setUp.readUnits, {
    onSaved: (reply) => {
      setTold(reply);
      onUnits(reply.units);
    },
  });
  return (
    <>
      <Field label={w.fromFile} hint={w.fromFileHint}>
        {(parts) => (
          <input
            {...parts}
            type="file"
            accept={tableFiles}
            disabled={read.isBusy}
            onChange={(event) => {
              const [file] = event.target.files ?? [];
              if (file) void read.run({ key: draft.key, name: draft.name, file });
              event.target.value = ''; // the same file, mended, can be chosen again
            }}
          />
        )}
      </Field>
      {read.step !== 'saved' && <SaveLine save={read} />}
      {told && (
        <div role="status">
          <p>{w.fileRead(told.units.length, told.remarks.length)}</p>
          <ul className="remarks">
            {told.remarks.map(({ place, text }) => (
              <li key={`${place} ${text}`}>
                <strong>{place}</strong> {text}
              </li>
            ))}
          </ul>
          {told.otherRows > 0 && <p>{w.otherRows(told.otherRows)}</p>}
        </div>
      )}
    </>
  );
}

function ByHand({ onUnits }: WayProps) {
  const w = useWords(setUpWords);
  const [villages, setVillages] = useState('');
  const [stations, setStations] = useState('');
  const take = () => {
    onUnits([...unitsIn(stations, 'station'), ...unitsIn(villages, 'village')]);
    setVillages('');
    setStations('');
  };
  return (
    <>
      {[
        { label: w.villages, value: villages, set: setVillages },
        { label: w.stations, value: stations, set: setStations },
      ].map(({ label, value, set }) => (
        <Field key={label} label={label} hint={w.byHandHint}>
          {(parts) => (
            <textarea
              {...parts}
              rows={5}
              value={value}
              onChange={(event) => set(event.target.value)}
            />
          )}
        </Field>
      ))}
      <Button disabled={`${villages}${stations}`.trim() === ''} onClick={take}>
        {w.takeHand}
      </Button>
    </>
  );
}

function unitsIn(text: string, type: string): FirstUnit[] {
  return text
    .split('\n')
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .map((name) => ({ name, type, aliases: [], tags: [] }));
}

interface ListedProps {
  units: readonly FirstUnit[];
  onChange(units: readonly FirstUnit[]): void;
}

function Listed({ units, onChange }: ListedProps) {
  const w = useWords(setUpWords);
  return (
    <section aria-live="polite">
      <p>
        {w.listed(units.length)}{' '}
        {units.length > 1 && (
          <Button kind="link" onClick={() => onChange([])}>
            {w.removeAll}
          </Button>
        )}
      </p>
      <ul className="listed-units">
        {units.map((unit) => (
          <li key={`${unit.code ?? unit.name} ${unit.parent ?? ''}`}>
            <span>
              {unit.name} <span className="soft">{w.type(unit.type)}</span>{' '}
              {unit.aliases.length > 0 && (
                <span className="soft">{w.alias(unit.aliases.join(', '))}</span>
              )}
            </span>
            <Button
              kind="link"
              aria-label={`${w.remove} ${unit.name}`}
              onClick={() => onChange(units.filter((one) => one !== unit))}
            >
              {w.remove}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
