/** 公文: official documents in the layout of GB/T 9704—2012, whatever they say. */

export { officialDocx } from './docx.ts';
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
export { chineseNumber, officialDate } from './text.ts';
