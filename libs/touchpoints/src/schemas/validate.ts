import { createRequire } from 'node:module';
import type * as ajv2020 from 'ajv/dist/2020.js';
import type { EventType } from '../event-types.ts';
import { problemsOf } from './explain.ts';
import { formats } from './formats.ts';
import type { Problem } from './problem.ts';
import { shapeOf } from './shapes.ts';

type Validate = ajv2020.ValidateFunction;

const noProblems: readonly Problem[] = [];
const compiled = new Map<EventType, Validate>();
let ajv: ajv2020.Ajv2020 | undefined;

/** What is wrong with the data of an event of this type; all of it at once. A type is compiled when it is first met. */
export function problemsOfData(type: EventType, data: unknown): readonly Problem[] {
  let validate = compiled.get(type);
  if (!validate) compiled.set(type, (validate = compile(type)));
  return validate(data) ? noProblems : problemsOf(validate.errors ?? []);
}

/** ajv takes longer to load than most commands take to run, so it is loaded when the first event comes from outside. */
function compile(type: EventType): Validate {
  ajv ??= newAjv();
  return ajv.compile(shapeOf(type).schema);
}

function newAjv(): ajv2020.Ajv2020 {
  // From this package wherever the code runs: an app may be bundled into files of its own.
  const { Ajv2020 } = createRequire(import.meta.resolve('@kithline/touchpoints'))('ajv/dist/2020.js') as typeof ajv2020;
  // The schemas are ours: a spec checks them against the meta-schema, which therefore need not be compiled at every start.
  const instance = new Ajv2020({ allErrors: true, verbose: true, strict: true, meta: false, validateSchema: false });
  for (const [name, why] of Object.entries(formats)) instance.addFormat(name, (value: string) => why(value) === undefined);
  return instance;
}
