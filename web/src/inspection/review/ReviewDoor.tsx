/** What of a review meeting the address means: the page, or one of its papers. */

import { useAddress } from '../../shell/index.ts';
import { BoardsPage } from './BoardsPage.tsx';
import { MeetingSheetPage } from './MeetingSheetPage.tsx';
import { ReviewPage } from './ReviewPage.tsx';

/** `?paper=sheet` is the sheet of the meeting on A4, `?paper=boards` the boards on A3. */
export function ReviewDoor() {
  const { paper } = useAddress().search;
  if (paper === 'sheet') return <MeetingSheetPage />;
  return paper === 'boards' ? <BoardsPage /> : <ReviewPage />;
}
