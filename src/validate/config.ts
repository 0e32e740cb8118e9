import * as z from 'zod';
import { cashMinimum } from './constraints/cash-minimum.ts';
import { cashThroughout } from './constraints/cash-throughout.ts';
import { positionLimit } from './constraints/position-limit.ts';
import { restrictions } from './constraints/restrictions.ts';
import { sectorCap } from './constraints/sector-cap.ts';
import { sectorIncrease } from './constraints/sector-increase.ts';
import { bandsShape } from './bands.ts';
import { locksShape } from './locks.ts';
import { isRecord } from './is-record.ts';
import { approvalsShape, executionShape, tradingShape, trustShape, notifyShape } from './settings.ts';
import { stockCriteriaShape } from './stock-criteria.ts';

const makeShape = () =>
  z.strictObject({
    $schema: z.string().optional().describe('Where editors find the schema.'),
    sector_cap: sectorCap.config(),
    cash_minimum: cashMinimum.config(),
    position_limit: positionLimit.config(),
    sector_increase: sectorIncrease.config(),
    cash_throughout: cashThroughout.config(),
    restrictions: restrictions.config(),
    stock_criteria: stockCriteriaShape(),
    trading: tradingShape(),
    bands: bandsShape(),
    locks: locksShape(),
    trust: trustShape(),
    approvals: approvalsShape(),
    notify: notifyShape(),
    execution: executionShape(),
  });

let made: ReturnType<typeof makeShape> | undefined;

/** The whole config: one section a constraint, keyed by its id, and the settings. Made when first needed. */
export const configShape = (): ReturnType<typeof makeShape> => (made ??= makeShape());

/** Every limit and setting in force, in exact units. */
export type Config = z.output<ReturnType<typeof makeShape>>;

/** The sections of the config, or the keys of one section, for suggestions. */
export const knownKeys = (section?: string): readonly string[] => {
  const sections: Readonly<Record<string, z.ZodType>> = configShape().shape;
  if (section === undefined) return Object.keys(sections).filter((key) => key !== '$schema');
  const shape = sections[section];
  return shape !== undefined && 'shape' in shape && isRecord(shape.shape) ? Object.keys(shape.shape) : [];
};

/** The JSON Schema of the config file, for editors: every section and key is optional there. */
export const configJsonSchema = (): Readonly<Record<string, unknown>> => {
  const schema = z.toJSONSchema(configShape(), { io: 'input', unrepresentable: 'any' }) as Record<string, unknown>;
  return { title: 'Limits and settings of po', ...withoutRequired(schema) };
};

const withoutRequired = (schema: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> => {
  const { required: _required, ...rest } = schema;
  const properties = isRecord(rest['properties']) ? rest['properties'] : undefined;
  if (properties === undefined) return rest;
  return {
    ...rest,
    properties: Object.fromEntries(
      Object.entries(properties).map(([key, value]) => [key, isRecord(value) ? withoutRequired(value) : value]),
    ),
  };
};
