/** The shells whose completion can be printed. Apart from the words, so that a page of help need not load those. */
export const SHELLS = ['bash', 'zsh', 'fish'] as const;

export type CompletingShell = (typeof SHELLS)[number];
