/** Every template of templates/, compiled by scripts/build.mjs; the key is its path there without `.hbs`. */
export declare const templates: Readonly<Record<string, (view: object) => string>>;
