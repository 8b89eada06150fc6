/** The one list: rooms open a line with what they do and close it with what ends it. */

export { listVillage } from './actions.ts';
export { cleanDesk } from './clean.ts';
export { mailerOf } from './digest-mail.ts';
export { sendDigests } from './digest-run.ts';
export { listsPolicy } from './lists-policy.ts';
export { listsRoutes } from './lists-routes.ts';
export { openPlainDoor } from './plain-door.ts';
export { deskPolicy } from './policy.ts';
export { tellGroups } from './robot.ts';
export { deskRoutes } from './routes.ts';
export {
  closeLines,
  type DeskFamily,
  type DeskMatter,
  type DeskPlace,
  keepLines,
  type NewDeskLine,
  openLine,
} from './store.ts';
