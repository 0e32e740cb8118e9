/** The runtime half of Handlebars, which its own declarations leave empty. */
declare module 'handlebars/runtime.js' {
  const runtime: Pick<typeof Handlebars, 'create' | 'template' | 'registerPartial'>;
  export default runtime;
}
