/** What was put right of a campaign since it began, and why. */

import { useFormat } from '../../format/index.ts';
import { Knot, Thread } from '../../shell/index.ts';
import { campaignWords } from '../../words/campaigns.ts';
import { useWords } from '../../words/catalogue.ts';
import { ChangeLines } from './ChangeLines.tsx';
import type { CampaignData } from './replies.ts';

export function CampaignCourse({ course }: { course: CampaignData['course'] }) {
  const w = useWords(campaignWords);
  const format = useFormat();
  if (course.length === 0) return null;
  return (
    <section>
      <h2>{w.corrections}</h2>
      <Thread label={w.corrections}>
        {course.map(({ seq, deed, at, by, inPlaceOf, reason, changes }) => (
          <Knot
            key={seq}
            title={deed === 'moveEnd' ? w.moveEnd : w.correct}
            figure={format.moment(at)}
          >
            <ChangeLines changes={changes} />
            <p>
              {reason}{' '}
              <span className="soft">
                {[w.by(by), inPlaceOf.length > 0 ? w.inPlaceOf(inPlaceOf.join(w.comma)) : '']
                  .filter((text) => text !== '')
                  .join(w.comma)}
              </span>
            </p>
          </Knot>
        ))}
      </Thread>
    </section>
  );
}
