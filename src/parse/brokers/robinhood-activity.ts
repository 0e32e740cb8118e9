/** Robinhood's only export: what was traded, never what is held. Known so that it can be refused by name. */
export const robinhoodActivity = {
  title: 'Robinhood account activity',
  columns: ['Activity Date', 'Process Date', 'Settle Date', 'Instrument', 'Trans Code', 'Quantity', 'Price', 'Amount'],
} as const;
