import { asciiWords } from './ascii-words.ts';

/** For every rule of `screenLine`, the words of which a line must have one so that the rule can hold at all. */
const WORDS: ReadonlySet<string> = new Set(
  [
    'if unless otherwise else when whenever once until till provided assuming case event depends depending contingent',
    'pending subject long upon after before only should',
    'open close cover put puts call calls option options spread spreads straddle straddles strangle strangles collar',
    'collars strike leap leaps 0dte condor condors future futures swap swaps short shorts',
    'stop stoploss stoplosses trailing limit take gtc bracket',
    'not don dont doesn doesnt cannot can cant shouldn shouldnt never avoid without instead rather except excluding excl',
    'cancel refrain halt pause postpone defer delay longer',
    'consider considering optional optionally may might could maybe perhaps possibly potential potentially opportunistic',
    'opportunistically discretionary explore evaluate look would',
    'over gradual gradually tranche tranches steps stages parts lots phase phased stage staged dollar dca end q1 q2 q3 q4',
    'per weekly monthly or either',
  ].flatMap((line) => line.split(' ')),
);

/** True when a line may be doubtful, so that every rule must look at it. Most lines are not, and the rules are dear. */
export const mayBeDoubtful = (text: string): boolean =>
  /[[{<X]/.test(text) || asciiWords(text).some((word) => WORDS.has(word) || word.includes('_'));
