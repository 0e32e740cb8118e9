/**
 * A run of digits that may be the number of an account: six or more, or two groups with a hyphen; no decimals, and no part
 * of the symbol of an option or a bond (`NVDA270917C1500`, `912828YK0`).
 */
const ACCOUNT = /(?<![\d.]|\d[CP])(?:\d{4}-\d{4,5}|\d{6,})(?!\d|[A-Z]+\d|-\d|\.\d)/g;

/** A text in which every number that may be one of an account shows only its last four digits. */
export const maskAccounts = (text: string): string => text.replace(ACCOUNT, (digits) => `####${digits.slice(-4)}`);
