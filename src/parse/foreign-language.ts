/** Words that a language has and English does not: the small ones, and those of a portfolio. */
const WORDS: Readonly<Record<string, string>> = {
  German:
    'und der das den dem des mit nicht von auf für ist eine einem nach aus bis über bei wird werden auch oder bestand depot kurs stück wert anteil branche verkaufen kaufen aktien barbestand maßnahmen verringern erhöhen reduzieren aufstocken',
  French:
    'et le la les des une dans pour avec est sur par qui nous aux portefeuille titres actions cours valeur secteur vendre acheter liquidités réduire augmenter alléger renforcer quantité mesures',
  Spanish:
    'y el los las una del para con por que es en su cartera acciones precio valor sector vender comprar efectivo reducir aumentar títulos cantidad medidas hasta desde',
  Portuguese:
    'e o os as uma do da dos das para com por que não em carteira ações preço valor setor vender comprar caixa reduzir aumentar quantidade medidas até',
  Italian:
    'e il gli le una del della dei per con che di non portafoglio azioni prezzo valore settore vendere comprare liquidità ridurre aumentare quantità misure fino',
  Dutch:
    'en het een van voor met niet naar door bij wordt ook aandelen koers waarde portefeuille sector verkopen kopen kasgeld verlagen verhogen aantal maatregelen',
};

const ENGLISH =
  'and the of to from with is in for at by shares price value sector sell buy cash holdings reduce increase';

/** Letters that no English document is written in, by what they are called. */
const SCRIPTS: readonly (readonly [string, RegExp])[] = [
  ['Cyrillic letters', /\p{Script=Cyrillic}/gu],
  ['Greek letters', /\p{Script=Greek}/gu],
  ['Japanese', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['Chinese characters', /\p{Script=Han}/gu],
  ['Korean', /\p{Script=Hangul}/gu],
  ['Arabic letters', /\p{Script=Arabic}/gu],
  ['Hebrew letters', /\p{Script=Hebrew}/gu],
];

/** Fewer different words than this may be names. */
const ENOUGH = 4;

const distinct = (words: ReadonlySet<string>, list: string): number =>
  list.split(' ').filter((word) => words.has(word)).length;

/** The language or letters that a text surely is in, when that is not English. Words are counted, nothing is guessed. */
export const foreignLanguage = (text: string): string | undefined => {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const script = SCRIPTS.find(([, shape]) => (text.match(shape)?.length ?? 0) * 4 > letters);
  if (script) return script[0];
  const words = new Set(text.toLowerCase().match(/\p{L}+/gu));
  const counted = Object.entries(WORDS).map(([language, list]) => ({ language, count: distinct(words, list) }));
  const [most] = counted.sort((a, b) => b.count - a.count);
  return most !== undefined && most.count >= ENOUGH && most.count > distinct(words, ENGLISH)
    ? most.language
    : undefined;
};
