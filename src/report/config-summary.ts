import { terminalText } from './escape.ts';
import { say } from './say.ts';

/** One setting in force, as text. */
export interface SettingRow {
  readonly setting: string;
  readonly value: string;
  readonly source: string;
}

/** Every setting in force in three columns, and the file that they were laid over the defaults from. */
export const configSummary = (rows: readonly SettingRow[], file: string | undefined): string => {
  const plain = rows.map((row) => ({
    setting: terminalText(row.setting),
    value: terminalText(row.value),
    source: terminalText(row.source),
  }));
  const widest = (key: 'setting' | 'value'): number => Math.max(...plain.map((row) => row[key].length));
  const lines = plain.map(
    ({ setting, value, source }) => `${setting.padEnd(widest('setting'))}  ${value.padEnd(widest('value'))}  ${source}`,
  );
  return `${say('summary/config', { lines, file: file === undefined ? '' : terminalText(file) })}\n`;
};
