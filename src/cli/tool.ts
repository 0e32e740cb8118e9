import about from '../../package.json' with { type: 'json' };

/** The program's own name and version, as records state them. */
export const TOOL = { name: about.name, version: about.version };
