/** One fact: what it says, who looks at it, its course on the thread, words of the village, its proof. */

import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { api } from '../api/index.ts';
import { SubjectLink } from '../assessment/SubjectLink.tsx';
import { useFormat } from '../format/index.ts';
import { Objected, ObjectLink } from '../publication/objections/objecting.tsx';
import { Button, Drawer, Knot, Query, Thread, useOwnRoles, useTown } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { correctionWords } from '../words/corrections.ts';
import { ledgerWords } from '../words/ledger.ts';
import { CorrectionPair, WaitingCorrection } from './Correction.tsx';
import { NoteForm } from './NoteForm.tsx';
import { NoteList } from './NoteList.tsx';
import { Proofs, RecordPairs } from './RecordPairs.tsx';
import { ReverseForm } from './ReverseForm.tsx';
import { needsProof } from './record-text.ts';
import type { FactPage } from './replies.ts';
import { useOptions } from './use-ledger.ts';

interface FactDrawerProps {
  id: string;
  onClose(): void;
  /** Opens another fact: the one that takes this one back. */
  onOpen(id: string): void;
}

export function FactDrawer({ id, onClose, onOpen }: FactDrawerProps) {
  const w = useWords(ledgerWords);
  const town = useTown();
  const query = useQuery(api.ledger.fact.queryOptions({ input: { town, id } }));
  const [deed, setDeed] = useState<'reverse' | 'note'>();
  const page = query.data;
  const isPersonal = useIsPersonal(page);
  // What is taken back already, or waits to be, is not taken back again.
  const isTaken = page?.fact.reversedBy !== undefined || isOnItsWay(page?.correction);
  const isReversible = page?.deeds.includes('reverse') && !isTaken;
  return (
    <Drawer
      title={page ? w.factTitle(id, page.fact.kindName) : id}
      onClose={onClose}
      actions={
        page && (
          <div className="ledger-deeds">
            {isReversible && <Button onClick={() => setDeed('reverse')}>{w.reverse}</Button>}
            {page.deeds.includes('note') && (
              <Button onClick={() => setDeed('note')}>{w.addNote}</Button>
            )}
            {page.fact.reverses === undefined && !page.fact.objected && (
              <ObjectLink about={{ fact: id }} isPersonal={isPersonal} />
            )}
          </div>
        )
      }
    >
      <Query query={query} what={w.fact}>
        {(found) => <Whole page={found} onOpen={onOpen} />}
      </Query>
      {page && deed === 'reverse' && (
        <ReverseForm fact={page.fact} onClose={() => setDeed(undefined)} />
      )}
      {page && deed === 'note' && (
        <NoteForm
          about={{ factId: id }}
          subjects={page.fact.subjects}
          onClose={() => setDeed(undefined)}
        />
      )}
    </Drawer>
  );
}

/** Whether a fact is about persons: whoever reads it may be one of them. */
function useIsPersonal(page: FactPage | undefined): boolean {
  const { data } = useOptions();
  const persons = data?.subjects.filter((one) => one.isPerson) ?? [];
  return page?.fact.subjects.some((one) => persons.some(({ code }) => code === one.code)) ?? false;
}

function isOnItsWay(correction: FactPage['correction']): boolean {
  return correction !== undefined && correction.step !== 'posted';
}

function Whole({ page, onOpen }: { page: FactPage; onOpen(id: string): void }) {
  const w = useWords(ledgerWords);
  const c = useWords(correctionWords);
  const { fact, notes, correction } = page;
  return (
    <div className="ledger-whole">
      {fact.objected && (
        <p>
          <Objected />
        </p>
      )}
      {correction && isOnItsWay(correction) && <WaitingCorrection correction={correction} />}
      {correction?.step === 'posted' && (
        <Part title={c.title}>
          <CorrectionPair correction={correction} here={fact.id} onOpen={onOpen} />
        </Part>
      )}
      <div className={fact.reversedBy ? 'ledger-struck' : undefined}>
        <RecordPairs record={fact} />
      </div>
      {needsProof(fact) && (
        <Part title={w.evidence}>
          <Proofs record={fact} />
        </Part>
      )}
      <Part title={w.heardBy}>
        <Clauses page={page} />
      </Part>
      <Part title={w.course}>
        <Course page={page} onOpen={onOpen} />
      </Part>
      <Part title={w.noteHead}>
        {notes.length === 0 ? (
          <p className="soft prose">{w.noteNone}</p>
        ) : (
          <NoteList notes={notes} />
        )}
      </Part>
      <Proof page={page} />
    </div>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h3>{title}</h3>
      {children}
    </section>
  );
}

function Clauses({ page: { clauses, fact } }: { page: FactPage }) {
  const w = useWords(ledgerWords);
  const format = useFormat();
  if (clauses.length === 0) return <p className="soft prose">{w.heardByNone}</p>;
  return (
    <ul className="ledger-rows">
      {clauses.map(({ line, scheme, code, text, period, marks, withheld }) => (
        <li key={`${line} ${code}`}>
          <p>
            {code} {text}
          </p>
          <p className="soft">
            {scheme}
            {period && w.comma}
            {period && w.countsIn(format.period(period))}
            {(marks || withheld) && w.comma}
            {marks && <Marks fact={fact} {...{ line, code, period, marks }} />}
            {withheld && w.marksAfterSeal}
          </p>
        </li>
      ))}
    </ul>
  );
}

interface MarksProps {
  fact: FactPage['fact'];
  line: string;
  code: string;
  period: string | undefined;
  /** "-0.50", or "东溪村 -0.50、西岗村 -0.50" of a fact about several. */
  marks: string;
}

/** The points, as the door to where they stand in the result of whom they are given or taken. */
function Marks({ fact, line, code, period, marks }: MarksProps) {
  const w = useWords(ledgerWords);
  const opens = useOpensResult(line, period);
  const [only, ...others] = fact.subjects;
  const said = w.marks(marks);
  if (!opens || period === undefined || only === undefined) return said;
  const place = { code, fact: fact.id };
  if (others.length === 0) {
    return (
      <SubjectLink {...{ line, period, place }} subject={only.code}>
        {said}
      </SubjectLink>
    );
  }
  return (
    <>
      {said}
      {fact.subjects
        .filter(({ name }) => marks.includes(`${name} `))
        .map((one) => (
          <span key={one.code}>
            {w.comma}
            <SubjectLink {...{ line, period, place }} subject={one.code}>
              {one.name}
            </SubjectLink>
          </span>
        ))}
    </>
  );
}

/** Whether a result may be opened: of a sealed period by whoever reads its points, else by the office. */
function useOpensResult(line: string, period: string | undefined): boolean {
  const roles = useOwnRoles() ?? [];
  const { data } = useOptions();
  const known = data?.lines.find((one) => one.line === line)?.periods;
  const isSealed = known?.find((one) => one.period === period)?.isSealed ?? false;
  return isSealed || roles.includes('assessment-office') || roles.includes('discipline');
}

function Course({ page: { course }, onOpen }: { page: FactPage; onOpen(id: string): void }) {
  const w = useWords(ledgerWords);
  const format = useFormat();
  const words = {
    recorded: w.recorded,
    reviewed: w.reviewed,
    posted: w.posted,
    reversed: w.wasReversed,
    reverses: w.isReversal,
  };
  return (
    <Thread label={w.course}>
      {course.map(({ deed, at, sentence, factId }) => (
        <Knot key={`${deed} ${at}`} title={words[deed]} figure={format.moment(at)}>
          <p>
            {sentence}{' '}
            {factId && (
              <Button kind="link" onClick={() => onOpen(factId)}>
                {w.openReversal(factId)}
              </Button>
            )}
          </p>
        </Knot>
      ))}
    </Thread>
  );
}

function Proof({ page: { proof } }: { page: FactPage }) {
  const w = useWords(ledgerWords);
  return (
    <details className="ledger-proof">
      <summary>{w.proof}</summary>
      <p className="prose">{w.proofText(proof.index + 1, proof.size)}</p>
      <dl className="ledger-pairs">
        <div>
          <dt>{w.leaf}</dt>
          <dd className="ledger-hash">{proof.leaf}</dd>
        </div>
        <div>
          <dt>{w.path}</dt>
          <dd className="ledger-hash">{proof.path.join('\n')}</dd>
        </div>
        <div>
          <dt>{w.root}</dt>
          <dd className="ledger-hash">{proof.root}</dd>
        </div>
      </dl>
    </details>
  );
}
