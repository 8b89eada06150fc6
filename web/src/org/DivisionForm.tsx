/** Villages from the national list of divisions: found, looked at, corrected, and only then added. */

import type { ProposedUnit, Township } from '@oneneedle/contract';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, client } from '../api/index.ts';
import { Button, Query, useTown } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { orgWords } from '../words/org.ts';
import { orgFormWords } from '../words/org-forms.ts';
import { DeedForm } from './DeedForm.tsx';
import { TextField } from './fields.tsx';
import type { OrgUnit } from './org-rows.ts';

interface DivisionFormProps {
  /** Units that are there already. */
  units: readonly OrgUnit[];
  onClose(): void;
}

export function DivisionForm({ units, onClose }: DivisionFormProps) {
  const f = useWords(orgFormWords);
  const town = useTown();
  const [township, setTownship] = useState<Township>();
  const proposed = useQuery({
    ...api.org.proposedUnits.queryOptions({ input: { town, township: township?.code ?? '' } }),
    enabled: township !== undefined,
  });
  if (township && proposed.data) {
    return (
      <Proposal
        key={township.code}
        township={township}
        rows={proposed.data.rows}
        units={units}
        onClose={onClose}
      />
    );
  }
  return (
    <DeedForm
      title={f.divisionTitle}
      action={f.add}
      call={client.org.addUnits}
      input={undefined}
      says={f.divisionSays}
      onClose={onClose}
      wide
    >
      <Finder onFound={setTownship} />
      {township && (
        <Query query={proposed} what={township.name}>
          {() => null}
        </Query>
      )}
    </DeedForm>
  );
}

function Finder({ onFound }: { onFound(township: Township): void }) {
  const f = useWords(orgFormWords);
  const town = useTown();
  const [search, setSearch] = useState('');
  const wanted = search.trim();
  const query = useQuery({
    ...api.org.townships.queryOptions({ input: { town, search: wanted } }),
    enabled: wanted.length >= 2,
    placeholderData: (before) => before,
  });
  return (
    <>
      <TextField
        label={f.divisionSearch}
        value={search}
        onChange={setSearch}
        hint={f.divisionSearchHint}
      />
      {wanted.length >= 2 && (
        <Query query={query} what={f.divisionTitle}>
          {({ rows, isCut }) => (
            <>
              {rows.length === 0 && <p>{f.divisionNone(wanted)}</p>}
              <ul className="plain-box org-spans">
                {rows.map((township) => (
                  <li key={township.code}>
                    <Button kind="link" onClick={() => onFound(township)}>
                      {township.name}
                    </Button>
                    <span className="soft">
                      {township.within} {township.code}
                    </span>
                  </li>
                ))}
              </ul>
              {isCut && <p>{f.divisionCut}</p>}
            </>
          )}
        </Query>
      )}
    </>
  );
}

interface ProposalProps extends DivisionFormProps {
  township: Township;
  rows: readonly ProposedUnit[];
}

/** Each village with a tick and its name; the name in the list is kept as a former one. */
function Proposal({ township, rows, units, onClose }: ProposalProps) {
  const f = useWords(orgFormWords);
  const town = useTown();
  const known = new Set(units.flatMap(({ code, name, aliases }) => [code, name, ...aliases]));
  const [ticked, setTicked] = useState<ReadonlySet<string>>(
    () =>
      new Set(rows.filter((row) => row.isVillage && !isThere(row, known)).map(({ code }) => code)),
  );
  const [names, setNames] = useState<Readonly<Record<string, string>>>({});
  const parent = units.find(({ type }) => type === 'town')?.code;
  const chosen = rows.filter(({ code }) => ticked.has(code));
  const wanted = chosen.map(({ code, name: proposed, aliases, tags }) => {
    const name = (names[code] ?? proposed).trim();
    return {
      code,
      name,
      type: 'village',
      tags,
      aliases: [...new Set([...aliases, ...(name === proposed ? [] : [proposed])])],
      ...(parent === undefined ? {} : { parent }),
    };
  });
  const isComplete = wanted.length > 0 && wanted.every(({ name }) => name !== '');
  const turn = (code: string, isWanted: boolean) => {
    const next = new Set(ticked);
    if (isWanted) next.add(code);
    else next.delete(code);
    setTicked(next);
  };
  return (
    <DeedForm
      title={f.divisionOf(`${township.within}${township.name}`)}
      action={f.addCount(wanted.length)}
      call={client.org.addUnits}
      input={isComplete ? { town, units: wanted } : undefined}
      says={f.divisionAddSays}
      onClose={onClose}
      wide
    >
      <ProposalTable
        rows={rows}
        known={known}
        ticked={ticked}
        names={names}
        onTick={turn}
        onName={(code, name) => setNames({ ...names, [code]: name })}
      />
    </DeedForm>
  );
}

/** Whether the roster has it already, by its code or by any way of writing its name. */
function isThere({ code, name, listed }: ProposedUnit, known: ReadonlySet<string>): boolean {
  return known.has(code) || known.has(name) || known.has(listed);
}

interface ProposalTableProps {
  rows: readonly ProposedUnit[];
  /** Codes, names and former names of the roster. */
  known: ReadonlySet<string>;
  ticked: ReadonlySet<string>;
  names: Readonly<Record<string, string>>;
  onTick(code: string, isWanted: boolean): void;
  onName(code: string, name: string): void;
}

function ProposalTable({ rows, known, ticked, names, onTick, onName }: ProposalTableProps) {
  const w = useWords(orgWords);
  const f = useWords(orgFormWords);
  return (
    <div className="plain-box plain-box-tall">
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{f.take}</th>
            <th scope="col">{w.name}</th>
            <th scope="col">{f.listedName}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.code}>
              <td>
                <input
                  type="checkbox"
                  aria-label={f.takeUnit(row.name)}
                  checked={ticked.has(row.code)}
                  disabled={known.has(row.code)}
                  onChange={({ target }) => onTick(row.code, target.checked)}
                />
              </td>
              <td>
                <input
                  type="text"
                  aria-label={f.nameOf(row.listed)}
                  value={names[row.code] ?? row.name}
                  disabled={known.has(row.code)}
                  onChange={({ target }) => onName(row.code, target.value)}
                />
              </td>
              <td>
                {row.listed} <span className="soft">{row.code}</span>
                <div className="soft">
                  {isThere(row, known)
                    ? f.alreadyThere
                    : row.isVillage
                      ? row.tags.join(w.comma)
                      : f.noVillage}
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
