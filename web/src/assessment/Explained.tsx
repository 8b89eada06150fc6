/** What is behind one number, at the level that the address names; in the drawer and on its own page. */

import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api } from '../api/index.ts';
import { useFormat } from '../format/index.ts';
import { Objected, ObjectLink } from '../publication/objections/objecting.tsx';
import { Button, Empty, useAddress } from '../shell/index.ts';
import { assessmentWords } from '../words/assessment.ts';
import { useWords } from '../words/catalogue.ts';
import { Chances } from './Chances.tsx';
import { Changes } from './Changes.tsx';
import { FactThread } from './FactThread.tsx';
import { type NumberPlace, type Part, placeFrom } from './place.ts';
import { RankRange } from './RankRange.tsx';
import { type Explanation, explanationOf, type Line } from './replies.ts';
import { SealMark } from './SealMark.tsx';
import { PlaceLink } from './SubjectLink.tsx';
import { Tree } from './Tree.tsx';
import { codesIn, placeOfFact, wayTo } from './tree.ts';
import type { PeriodInput } from './use-period.ts';
import { useRights } from './use-rights.ts';
import { Way } from './Way.tsx';

export interface SubjectInput extends PeriodInput {
  readonly subject: string;
}

type Words = (typeof assessmentWords)['en'];

/** The explanation of a subject, and which level of it the address names. */
export function useExplanation(input: SubjectInput) {
  const { search } = useAddress();
  const { code, fact, about } = placeFrom(search);
  const place = useMemo(() => ({ code, fact, about }), [code, fact, about]);
  const query = useQuery({
    ...api.assessment.explain.queryOptions({ input }),
    select: explanationOf,
  });
  return { query, place };
}

/** What a level is called: "东溪村 98.010 分", "东溪村 第 1.1 条 −3.500 分". */
export function levelTitle(found: Explanation, place: NumberPlace, w: Words): string {
  const { name, rank, total, root, isProvisional } = found;
  const { code, fact, about } = place;
  if (about === 'rank' && rank !== undefined) return w.rankTitle(name, rank);
  if (about !== undefined) return w.partTitle(name, partWord(about, w));
  if (fact !== undefined) return w.factTitle(name, fact);
  const line = code === undefined ? undefined : wayTo(root, code).at(-1);
  if (line?.kind === 'clause') return w.clauseTitle(name, line.code, line.value);
  if (line !== undefined) return w.nodeTitle(name, line.label, line.value);
  return `${w.treeTitle(name, total.text)}${isProvisional ? ` ${w.provisional}` : ''}`;
}

interface ExplainedProps {
  found: Explanation;
  input: SubjectInput;
  place: NumberPlace;
  /** Opens another subject in the place of this one. */
  open(subject: string): void;
}

/** The level that the address names, with the way to it and whose number it is. */
export function Explained(props: ExplainedProps) {
  const { found, place } = props;
  const { code, fact, about } = place;
  if (about !== undefined) return <PartAlone {...props} about={about} />;
  if (fact !== undefined) return <FactLevel {...props} id={fact} />;
  if (code === undefined) return <Whole {...props} />;
  const way = wayTo(found.root, code);
  const line = way.at(-1);
  if (line === undefined) return <Unknown what={code} />;
  return (
    <>
      <Way
        above={way.slice(0, -1)}
        here={line.kind === 'clause' ? code : `${code} ${line.label}`}
      />
      <ObjectedHere found={found} clause={code} isClause={line.kind === 'clause'} />
      <Level {...props} line={line} />
      <Source found={found} />
    </>
  );
}

/** The total: where it stands, its tree, notes, and what changed and might have been. */
function Whole({ found, input, open }: ExplainedProps) {
  return (
    <>
      <Standing found={found} input={input} open={open} />
      <ObjectedHere found={found} clause="" />
      <Tree root={found.root} objected={found.objected} />
      <Notes notes={found.notes} />
      <Changes input={input} />
      <Chances input={input} />
      <Source found={found} />
    </>
  );
}

interface ObjectedHereProps {
  found: Explanation;
  /** '' for the result as a whole. */
  clause: string;
  /** A group of clauses is objected to clause by clause. */
  isClause?: boolean;
}

/** Whether somebody objects to what is shown, and the door to do so once it is published or sealed. */
function ObjectedHere({ found, clause, isClause = true }: ObjectedHereProps) {
  const { line, period, subject, state, objected } = found;
  const isKept = state === 'published' || state === 'sealed';
  const about = { line, period, subject, ...(clause === '' ? {} : { clause }) };
  return (
    <p className="objecting">
      {objected?.clauses.includes(clause) && <Objected />}{' '}
      {isKept && isClause && <ObjectLink about={about} />}
    </p>
  );
}

/** The grade and the vetoes, each in a sentence. */
function Notes({ notes }: Pick<Explanation, 'notes'>) {
  const w = useWords(assessmentWords);
  if (notes.length === 0) return null;
  return (
    <section className="drawer-part">
      <h3>
        <PlaceLink place={{ about: 'grade' }}>{w.notes}</PlaceLink>
      </h3>
      {notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
    </section>
  );
}

function partWord(part: Part, w: Words): string {
  return { rank: w.rankHead, grade: w.notes, changes: w.changes, chances: w.chances }[part];
}

/** A node or clause: its own tree, and what of the changes and chances is its own. */
function Level({ found, input, line }: ExplainedProps & { line: Line }) {
  const codes = useMemo(() => codesIn(line), [line]);
  return (
    <>
      <Tree key={line.code} root={line} objected={found.objected} />
      <Changes input={input} codes={codes} />
      <Chances input={input} isMeant={({ clause }) => codes.has(clause)} />
    </>
  );
}

function FactLevel({ found, input, place, id }: ExplainedProps & { id: string }) {
  const w = useWords(assessmentWords);
  const on = placeOfFact(found.root, id, place.code);
  if (on === undefined) return <Unknown what={id} />;
  const above = on.way.filter(({ code }, index) => index === 0 || code !== '');
  return (
    <>
      <Way above={above} here={w.fact(id)} />
      <p className="objecting">
        {found.objected?.facts.includes(id) ? <Objected /> : <ObjectLink about={{ fact: id }} />}
      </p>
      <FactThread root={found.root} place={on} />
      <Chances input={input} isMeant={({ factId }) => factId === id} isHere />
      <Source found={found} />
    </>
  );
}

/** The rank, the grade, the difference from the last period, or what would have been: alone. */
function PartAlone({ found, input, about, open }: ExplainedProps & { about: Part }) {
  const w = useWords(assessmentWords);
  return (
    <>
      <Way above={[found.root]} here={partWord(about, w)} />
      {about === 'rank' && <Standing found={found} input={input} open={open} />}
      {about === 'grade' && <Notes notes={found.notes} />}
      {about === 'changes' && <Changes input={input} />}
      {about === 'chances' && <Chances input={input} />}
      <Source found={found} />
    </>
  );
}

function Unknown({ what }: { what: string }) {
  const w = useWords(assessmentWords);
  return (
    <Empty
      what={w.levelUnknown(what)}
      why={w.levelUnknownWhy}
      action={<PlaceLink place={{}}>{w.tree}</PlaceLink>}
    />
  );
}

interface StandingProps {
  found: Explanation;
  input: SubjectInput;
  open(subject: string): void;
}

/** Rank, how firm it is, and the neighbours with their distance. */
function Standing({ found, input, open }: StandingProps) {
  const w = useWords(assessmentWords);
  const { seesRankRange } = useRights();
  const { full, rank, ranked, ahead, behind } = found;
  return (
    <div className="standing">
      <p>
        {w.ofFull(full.text)}{' '}
        {rank === undefined ? (
          w.noRank
        ) : (
          <PlaceLink place={{ about: 'rank' }}>{w.rankOf(rank, ranked)}</PlaceLink>
        )}
      </p>
      {seesRankRange && rank !== undefined && <RankRange input={input} />}
      <ul className="neighbours">
        {ahead && (
          <li>
            {w.ahead}{' '}
            <Button kind="link" onClick={() => open(ahead.code)}>
              {ahead.name}
            </Button>
            {w.gapAhead(ahead.gap.text)}
          </li>
        )}
        {behind && (
          <li>
            {w.behind}{' '}
            <Button kind="link" onClick={() => open(behind.code)}>
              {behind.name}
            </Button>
            {w.gapBehind(behind.gap.text)}
          </li>
        )}
      </ul>
    </div>
  );
}

/** Of which period, by which scheme, as of when, and by which code it can be checked. */
function Source({ found }: { found: Explanation }) {
  const w = useWords(assessmentWords);
  const format = useFormat();
  const { period, asOf, schemeName, schemeVersion, state, edition = 1, sealedAt } = found;
  return (
    <p className="soft source-line">
      {w.asOfPeriod(format.period(period), format.day(asOf))}{' '}
      {w.schemeVersion(schemeName, schemeVersion)}{' '}
      {state === 'sealed' && sealedAt !== undefined ? (
        <>
          <SealMark word={w.sealed} /> {w.sealedLine(edition, format.moment(sealedAt))}
        </>
      ) : (
        w.beforeSeal
      )}{' '}
      {found.receiptCode !== undefined && (
        <span className="code-line">{w.receiptCode(found.receiptCode)}</span>
      )}
    </p>
  );
}
