/** 公文: official documents in the layout of GB/T 9704—2012, whatever they say. */

export { openPacker, type Packer } from './batches/packing.ts';
export { officialDocx } from './docx.ts';
export { type IssuedDocument, issuedBytes, issuedDocument } from './issued.ts';
export { type DocumentData, type DocumentKind, defaultDocument } from './kinds.ts';
export { type MadeDocument, makeDocument } from './making.ts';
export type {
  Appendix,
  Block,
  Heading,
  OfficialDocument,
  RedHead,
  Signature,
  Table,
  TableCell,
  TableColumn,
  TextBlock,
} from './model.ts';
export { papersPolicy } from './policy.ts';
export { papersRoutes } from './routes.ts';
export { chineseNumber, officialDate } from './text.ts';
