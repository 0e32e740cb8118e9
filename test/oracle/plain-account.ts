// What the oracle is given: plain data, numbers as decimals in text, as they stand in a document.

export interface PlainHolding {
  readonly ticker: string;
  readonly sector: string;
  readonly shares: string;
  readonly price: string;
}

export interface PlainRestriction {
  readonly ticker: string;
  readonly scope: 'buy' | 'sell' | 'both';
  readonly until?: string;
}

export interface PlainAccount {
  readonly cash: string;
  /** New money that is not in the cash, and money that leaves when every order is carried out. */
  readonly deposit?: string;
  readonly withdrawal?: string;
  readonly holdings: readonly PlainHolding[];
  readonly restrictions: readonly PlainRestriction[];
}

export interface PlainTrade {
  readonly side: 'BUY' | 'SELL';
  readonly ticker: string;
  readonly sector: string;
  readonly shares: string;
  readonly price: string;
  readonly fee: string;
}

/** Percentages as decimals: "5" is 5 %. */
export interface PlainLimits {
  readonly day: string;
  readonly sectorCap: string;
  readonly sectorCaps: Readonly<Record<string, string>>;
  readonly cashMinimum: string;
  readonly cashMinimumUsd: string;
  readonly cashWarning: string;
  readonly positionLimit: string;
  readonly sectorIncrease: string;
  readonly sectorIncreaseMeasure: 'points' | 'relative';
  readonly cashThroughout: string;
}
