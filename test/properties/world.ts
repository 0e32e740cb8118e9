// A random account with its plan, as plain data: it prints readably when a property fails, and shrinks.

export type Verb = 'reduce' | 'increase' | 'exit' | 'hold' | 'set';

export interface WorldHolding {
  readonly ticker: string;
  readonly sector: string;
  /** Millionths of a share. */
  readonly shares: number;
  /** 1/10,000 of a dollar. */
  readonly price: number;
  /** Cents; absent: unknown. */
  readonly cost?: number;
}

export interface WorldPick {
  readonly ticker: string;
  readonly sector: string;
  readonly price?: number;
  /** Percent. */
  readonly conviction?: number;
  readonly weight?: number;
  /** Cents. */
  readonly dailyVolume?: number;
}

/** A Stock-Analyst file. */
export interface WorldStock {
  readonly ticker: string;
  readonly sector: string;
  readonly price?: number;
  readonly conviction: number;
  /** Percent: of the whole, or on top of what is held. */
  readonly proposed: number;
  readonly basis: 'target' | 'increment';
}

export interface WorldRestriction {
  readonly ticker: string;
  readonly scope: 'buy' | 'sell' | 'both';
  readonly until?: string;
}

/** Targets and parts in millionths of a percent, shares in millionths. */
export type WorldDirective =
  | { readonly kind: 'sector'; readonly sector: string; readonly verb: Verb; readonly target?: number }
  | { readonly kind: 'weight' | 'part' | 'shares'; readonly ticker: string; readonly verb: Verb; readonly size: number }
  | { readonly kind: 'keep'; readonly ticker: string }
  | { readonly kind: 'cash'; readonly target: number };

/** What the person wants of the plan; amounts in cents. */
export type WorldIntent =
  | { readonly kind: 'deposit' | 'withdrawal'; readonly amount: number }
  | { readonly kind: 'restraint'; readonly noSell: boolean; readonly withinBand: boolean };

/** A lock, as a config file writes it. */
export interface WorldLock {
  readonly ticker: string;
  readonly kind: 'no_buy' | 'no_sell' | 'hold';
  readonly min_shares?: number;
  readonly max_shares?: number;
  readonly min_pct?: number;
  readonly max_pct?: number;
  readonly reason: string;
  readonly until: string;
}

/** The settings that are varied, as a config file writes them. */
export interface WorldSettings {
  readonly sector_cap: { readonly max_pct: number; readonly overrides: Readonly<Record<string, number>> };
  readonly cash_minimum: { readonly min_pct: number; readonly warn_pct: number; readonly min_usd: number };
  readonly position_limit: { readonly max_pct: number };
  readonly sector_increase: { readonly max_increase: number; readonly measure: 'points' | 'relative' };
  readonly cash_throughout: { readonly min_pct: number };
  readonly locks?: { readonly tickers: readonly WorldLock[] };
  readonly bands?: { readonly points: number; readonly relative_pct: number; readonly rule: 'narrower' | 'wider' };
  readonly trading: {
    readonly lot: number;
    readonly sell_order: 'gain_desc' | 'gain_asc' | 'value_desc';
    readonly min_trade_usd: number;
    readonly max_picks_per_sector: number;
    readonly fee_per_order_usd: number;
    readonly objective?: 'seed' | 'fewest_orders';
    readonly sector_tolerance_bp?: number;
  };
}

export interface World {
  /** Cents. */
  readonly cash: number;
  readonly holdings: readonly WorldHolding[];
  readonly picks: readonly WorldPick[];
  readonly stocks: readonly WorldStock[];
  readonly directives: readonly WorldDirective[];
  readonly restrictions: readonly WorldRestriction[];
  readonly settings: WorldSettings;
  readonly intent?: WorldIntent;
}

export const DAY = '2026-01-08';

/** Cents of a holding, as near as a float gets: good enough to choose targets by. */
export const roughValue = ({ shares, price }: Pick<WorldHolding, 'shares' | 'price'>): number =>
  (shares * price) / 100_000_000;

/** True when every amount of the account is whole cents for whole shares: nothing is ever rounded. */
export const isRound = ({ holdings, picks, stocks }: World): boolean =>
  holdings.every(({ shares, price }) => shares % 1_000_000 === 0 && price % 100 === 0) &&
  [...picks, ...stocks].every(({ price }) => price === undefined || price % 100 === 0);
