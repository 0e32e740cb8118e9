export const codes: Readonly<Record<string, { readonly why: string; readonly example: string } | undefined>>;
