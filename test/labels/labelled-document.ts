// Documents written after the shapes that analysts' reports have, and what a person says about each of their lines.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { LineClass } from '../../src/model/directive.ts';

/** What a person says that a line is; `means` for what is to be carried out, `because` where the answer is not plain. */
export interface Label {
  readonly line: number;
  readonly class: LineClass;
  readonly means?: string;
  /** How the line starts, so that a label cannot drift away from its line. */
  readonly text: string;
  readonly because?: string;
}

/** A document with the labels of every line of it that looks like an instruction. */
export interface LabelledDocument {
  readonly name: string;
  readonly text: string;
  readonly labels: readonly Label[];
}

const root = path.join(import.meta.dirname, '../../fixtures/shapes');

const documentIn = (name: string): LabelledDocument => ({
  name,
  text: readFileSync(path.join(root, name, 'Portfolio.md'), 'utf8'),
  labels: JSON.parse(readFileSync(path.join(root, name, 'labels.json'), 'utf8')) as readonly Label[],
});

/** Every labelled document, by name. */
export const LABELLED: readonly LabelledDocument[] = readdirSync(root).sort().map(documentIn);
