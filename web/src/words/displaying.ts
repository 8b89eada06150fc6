/** Words of the forms in which a posting is written down. */

import { catalogue } from './catalogue.ts';

export const displayingWords = catalogue(
  {
    postSays: '写下贴在哪里、哪天贴的；取下的时候再写取下的日期。',
    place: '地点',
    placeHint: '如 东溪村村务公开栏',
    day: '日期',
    takeDownSays: '取下的日期只写一次。公示期没有满就取下的，要重新张贴。',
    photo: '公示栏的照片（一张，可以不传）',
  },
  {
    postSays: 'Say where it hangs and since when; say later when it came down.',
    place: 'Place',
    placeHint: 'For example the board of a village',
    day: 'Day',
    takeDownSays:
      'The day is written once. What came down before the days were over is posted again.',
    photo: 'Photo of the board (one, if you have it)',
  },
);
