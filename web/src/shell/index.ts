/** The building blocks of every page. Pages import from here and from `table`, `forms`, `format`. */

export { type AddressStep, useAddress } from './address.ts';
export { Button } from './Button.tsx';
export { ConfirmHolder, type Question, useConfirm } from './Confirm.tsx';
export { copyText } from './copy-text.ts';
export { Drawer, useDrawer } from './Drawer.tsx';
export { Empty } from './Empty.tsx';
export { Failed } from './Failed.tsx';
export type { FinderSource, Hit } from './Finder.tsx';
export { Frame } from './Frame.tsx';
export { Light, type LightState, useLightText } from './Light.tsx';
export { Loading } from './Loading.tsx';
export { Mark } from './Mark.tsx';
export { Modal } from './Modal.tsx';
export { Page } from './Page.tsx';
export { type Part, PartsNav } from './PartsNav.tsx';
export {
  type Language,
  type Preferences,
  setPreferences,
  usePreferences,
} from './preferences.ts';
export { Query } from './Query.tsx';
export { RoomLink, useTown } from './RoomLink.tsx';
export type { Place } from './rooms.ts';
export { SaveLine } from './SaveLine.tsx';
export { Knot, Thread } from './Thread.tsx';
export { useNarrow } from './use-narrow.ts';
export { useOwnRoles } from './use-own-roles.ts';
