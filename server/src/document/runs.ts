/** Runs and paragraphs: the font in every run, the exact line in every paragraph. */

import {
  AlignmentType,
  type IParagraphOptions,
  type IRunPropertiesOptions,
  LineRuleType,
  Paragraph,
  Tab,
  TextRun,
} from 'docx';
import { type Face, fontOf } from './fonts.ts';
import { line, sizes, squeeze } from './layout.ts';
import { sound } from './text.ts';

/** How a piece of text looks. */
export interface Look {
  readonly face: Face;
  /** Half points; 三号 if absent. */
  readonly size?: number;
  readonly color?: string;
}

/** Body text: 三号仿宋. */
export const bodyLook: Look = { face: '仿宋' };

/** Something is still to be filled in; the shading is seen on a screen and on paper. */
const open = /(【[^【】]*待定】)/;
const openShade = 'FFE699';

/** Runs of a text; what reads 【…待定】 is shaded, a line end is a line break. */
export function runsOf(text: string, look: Look): TextRun[] {
  return sound(text)
    .split('\n')
    .flatMap((row, index) =>
      row
        .split(open)
        .filter((piece, at) => piece !== '' || at === 0)
        .map((piece, at) => {
          const shade = open.test(piece) ? { shading: { fill: openShade } } : {};
          const startsLine = index > 0 && at === 0 ? { break: 1 } : {};
          return new TextRun({ ...propertiesOf(look), ...shade, ...startsLine, text: piece });
        }),
    );
}

/** A tab of the same look, so that this run too has its font. */
export function tabRun(look: Look): TextRun {
  return new TextRun({ ...propertiesOf(look), children: [new Tab()] });
}

/** The font, size and spacing of a run; only 三号 is squeezed to 28 characters a line. */
export function propertiesOf({ face, size = sizes.三号, color }: Look): IRunPropertiesOptions {
  return {
    font: fontOf(face),
    size,
    sizeComplexScript: size,
    ...(size === sizes.三号 ? { characterSpacing: squeeze } : {}),
    ...(color === undefined ? {} : { color }),
  };
}

/** What a paragraph may say of itself; its line is the body's unless it names another. */
export type Form = Omit<IParagraphOptions, 'text' | 'children' | 'spacing' | 'run'> & {
  readonly before?: number;
  readonly after?: number;
  readonly height?: number;
};

/** A paragraph of runs, lines of an exact height, justified unless it says otherwise. */
export function paragraphOf(
  runs: readonly TextRun[],
  { before, after, height, ...form }: Form = {},
) {
  return new Paragraph({
    alignment: AlignmentType.BOTH,
    ...form,
    spacing: {
      before: before ?? 0,
      after: after ?? 0,
      line: height ?? line,
      lineRule: LineRuleType.EXACT,
    },
    children: [...runs],
  });
}

/** A paragraph of one look. */
export function textParagraph(text: string, look: Look = bodyLook, form: Form = {}): Paragraph {
  return paragraphOf(runsOf(text, look), form);
}

/** A paragraph of next to no height, where Word asks for one and the page does not. */
export function hairline(before = 0): Paragraph {
  return textParagraph('', { face: '仿宋', size: 2 }, { height: hairlineHeight, before });
}

/** Twips: one point. */
export const hairlineHeight = 20;
