/** Words inside fields. */

import { catalogue } from './catalogue.ts';

export const formWords = catalogue(
  {
    choose: '输入几个字来选',
    nothing: '没有符合的，换一个短一些的词',
  },
  {
    choose: 'Type to choose',
    nothing: 'Nothing fits; try a shorter word',
  },
);
