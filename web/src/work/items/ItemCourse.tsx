/** The course of handling as a thread: every deed a knot, the last one filled while it is under way. */

import { useFormat } from '../../format/index.ts';
import { Knot, Thread, useTown } from '../../shell/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { itemWords } from '../../words/items.ts';
import { useVerbs } from './deed-names.ts';
import type { Course } from './replies.ts';
import { useOutcomeText } from './use-items.ts';

export function ItemCourse({ course, isEnded }: { course: readonly Course[]; isEnded: boolean }) {
  const w = useWords(itemWords);
  const verbs = useVerbs();
  const outcomeText = useOutcomeText();
  const format = useFormat();
  return (
    <Thread label={w.course}>
      {atOnce(course).map((deeds, index, all) => {
        const isLast = index === all.length - 1 && !isEnded;
        const one = deeds.at(-1) as Course;
        const { colour, result, outcome } = one;
        const tail = [
          colour && w.slipNow(w[colour]),
          result && w[result],
          outcome && outcomeText(outcome),
        ];
        const names = deeds.map(({ deed }) => verbs[deed]).join(w.comma);
        return (
          <Knot
            key={one.seq}
            kind={isLast ? 'today' : 'past'}
            title={[names, ...tail].filter(Boolean).join('　')}
            figure={<span className="soft">{format.moment(one.at)}</span>}
          >
            <p className="soft">
              <Who deed={one} />
            </p>
            {one.doneOn && (
              <p>{(one.deed === 'tell' ? w.toldOn : w.doneOn)(format.day(one.doneOn))}</p>
            )}
            {one.note && <p className="item-said">{one.note}</p>}
            <Files files={deeds.flatMap(({ files }) => files)} />
            <Moved deed={deeds.findLast(({ dueTo }) => dueTo !== undefined) ?? one} />
          </Knot>
        );
      })}
    </Thread>
  );
}

/** What was handed in with a report, each opened by itself. */
function Files({ files }: { files: Course['files'] }) {
  const town = useTown();
  if (files.length === 0) return null;
  return (
    <ul className="item-files">
      {files.map(({ id, name, caption }) => (
        <li key={id}>
          <a href={`/api/towns/${town}/evidence/${id}/file`} target="_blank" rel="noreferrer">
            {caption || name}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** Deeds that one person did in one go stand on one knot. */
function atOnce(course: readonly Course[]): Course[][] {
  const groups: Course[][] = [];
  for (const one of course) {
    const last = groups.at(-1)?.at(-1);
    const isSame = last && last.at === one.at && last.by === one.by && !last.note;
    if (isSame) groups.at(-1)?.push(one);
    else groups.push([one]);
  }
  return groups;
}

function Who({ deed: { by, inPlaceOf, onBehalf } }: { deed: Course }) {
  const w = useWords(itemWords);
  return [
    by ?? w.byClock,
    inPlaceOf.length > 0 && w.inPlace(inPlaceOf.join(w.comma)),
    onBehalf && w.onBehalf(onBehalf.unit, w[onBehalf.how]),
  ]
    .filter(Boolean)
    .join('　');
}

function Moved({ deed: { deed, dueFrom, dueTo } }: { deed: Course }) {
  const w = useWords(itemWords);
  const format = useFormat();
  if (dueTo === undefined || dueFrom === dueTo) return null;
  const to = format.day(dueTo);
  if (deed === 'requestExtension') return <p>{w.wants(to)}</p>;
  return <p>{dueFrom === undefined ? w.dueSet(to) : w.moves(format.day(dueFrom), to)}</p>;
}
