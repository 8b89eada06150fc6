/** What was read of a goal and what was done to it, on the thread, the latest first. */

import { useFormat } from '../../format/index.ts';
import { Button, Knot, Thread } from '../../shell/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { goalWords } from '../../words/goals.ts';
import type { GoalPage, GoalReading } from './replies.ts';

interface GoalCourseProps {
  page: GoalPage;
  onCorrect(reading: GoalReading): void;
}

export function GoalCourse({ page, onCorrect }: GoalCourseProps) {
  const w = useWords(goalWords);
  const { readings, deeds, goal } = page;
  return (
    <>
      {goal.isLeaf && (
        <section>
          <h3>{w.readings}</h3>
          {readings.length === 0 ? (
            <p className="soft">{w.readingsNone}</p>
          ) : (
            <Thread label={w.readings}>
              {readings.map((reading) => (
                <Reading key={reading.id} reading={reading} page={page} onCorrect={onCorrect} />
              ))}
            </Thread>
          )}
        </section>
      )}
      {deeds.length > 0 && (
        <section>
          <h3>{w.course}</h3>
          <Deeds deeds={deeds} />
        </section>
      )}
    </>
  );
}

interface ReadingProps extends GoalCourseProps {
  reading: GoalReading;
}

function Reading({ reading, page, onCorrect }: ReadingProps) {
  const w = useWords(goalWords);
  const format = useFormat();
  const { quantity, stepsDone, on, note, evidence, by, at, corrects, correctedBy, counts } =
    reading;
  const said = w.readingText(quantity ?? `${stepsDone ?? ''}`, page.goal.unit ?? '');
  return (
    <Knot
      kind={counts ? 'today' : 'past'}
      figure={format.day(on)}
      title={<span className={correctedBy ? 'goal-struck' : undefined}>{said}</span>}
    >
      <p>
        {[
          counts && w.counts,
          correctedBy && w.wasCorrected,
          corrects && w.corrects,
          note,
          evidence && `${w.evidence}：${evidence}`,
        ]
          .filter(Boolean)
          .join(w.separator)}
      </p>
      <p className="soft">
        {by} {format.moment(at)}{' '}
        {!correctedBy && page.may.includes('read') && (
          <Button kind="link" onClick={() => onCorrect(reading)}>
            {w.correct}
          </Button>
        )}
      </p>
    </Knot>
  );
}

function Deeds({ deeds }: { deeds: GoalPage['deeds'] }) {
  const w = useWords(goalWords);
  const format = useFormat();
  const words = {
    make: w.madeDeed,
    change: w.changeDeed,
    moveDate: w.moveDateDeed,
    close: w.closeDeed,
    withdraw: w.withdrawDeed,
  };
  return (
    <Thread label={w.course}>
      {deeds.map(({ id, deed, by, at, reason, fromOn, toOn, changes }) => (
        <Knot key={id} title={words[deed]} figure={format.moment(at)}>
          {toOn && <p>{w.changed(w.due, fromOn ? format.day(fromOn) : '', format.day(toOn))}</p>}
          {changes.map(({ field, from, to }) => (
            <p key={field}>{w.changed(field, from, to)}</p>
          ))}
          {reason && <p>{reason}</p>}
          <p className="soft">{by}</p>
        </Knot>
      ))}
    </Thread>
  );
}
