import { plainText } from './plain-text.ts';

const ARROWS = /[-–—]{1,2}>|={1,2}>|>>|[\u21d2\u279c\u2794\u27a1\u27f6\u27f9\u25ba\u25b6]/gu;
const KEYCAPS = /[0-9#*]\ufe0f?\u20e3/gu;
const PICTURES =
  /[\p{Extended_Pictographic}\u2022\u25a0-\u25ff\u2600-\u27bf\u2b00-\u2bff\u{1f1e6}-\u{1f1ff}\u{1f3fb}-\u{1f3ff}]/gu;
const UNDECORATED = /^[\x20-\x29\x2b-\x3d\x3f-\x5f\x61-\x7e]*$/;

/** A text without its decoration: no emoji, bullets, stars or backticks; every arrow as `→`. For reading, not for print. */
export const bareText = (text: string): string =>
  UNDECORATED.test(text)
    ? plainText(text)
    : plainText(
        plainText(text.replace(KEYCAPS, ' ')).replace(ARROWS, '→').replace(PICTURES, ' ').replace(/[*`]+/g, ' '),
      );
