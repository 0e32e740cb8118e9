/// <reference types="handlebars" />

/** Every template of templates/, precompiled by scripts/build.mjs; the key is its path there without `.hbs`. */
export declare const templates: Readonly<Record<string, TemplateSpecification>>;
