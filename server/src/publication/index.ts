/** 公示: what a body decided to publish, edition by edition, and until when one may object. */

export {
  checkPublished,
  type FileCheck,
  type PublishedFile,
} from './editions/check-file.ts';
export { postDisplay, withDisplays } from './editions/displays.ts';
export { openResultsDoor } from './editions/internet-page.ts';
export { type PublicationNeeds, publish, publish as publishCorrected } from './editions/publish.ts';
export { latestPublication as publishedEdition, type PublicationRow } from './editions/store.ts';
export {
  lastDayToObject,
  noticeLimit,
  type ObjectionWindow,
  objectionWindow,
  waitForObjections,
} from './editions/window.ts';
export { answerObjection } from './objections/answering.ts';
export { decideObjection } from './objections/deciding.ts';
export { acknowledgeObjection, assignObjection } from './objections/deeds.ts';
export { passObjectionsEverywhere } from './objections/lines.ts';
export { type WaitingObjection, waitingObjections } from './objections/of-village.ts';
export { objectedSubjects } from './objections/open-subjects.ts';
export { objectionsPolicy } from './objections/policy.ts';
export { hearLink, receiveObjection } from './objections/receiving.ts';
export { objectionsRoutes } from './objections/routes.ts';
export { publicationPolicy } from './policy.ts';
export { publicationRoutes } from './routes.ts';
