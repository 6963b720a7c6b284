import 'reflect-metadata';
import { formats } from '@kithline/touchpoints';
import { ValidateBy, ValidateNested, type ValidationArguments } from 'class-validator';

/** Why a value does not fit a field, or undefined when it does. */
type Why = (value: unknown) => string | undefined;
type Given = Readonly<{ optional?: boolean; nullable?: boolean }>;

/** One field, one check, one sentence: what is missing is not called too short as well. */
function field(name: string, why: Why, { optional = false, nullable = false }: Given = {}): PropertyDecorator {
  const whyNot: Why = (value) => {
    if (value === undefined) return optional ? undefined : 'is required';
    return value === null && nullable ? undefined : why(value);
  };
  const defaultMessage = (given?: ValidationArguments): string => whyNot(given?.value) ?? '';
  return ValidateBy({ name, validator: { validate: (value: unknown) => whyNot(value) === undefined, defaultMessage } });
}

const string =
  (why: (value: string) => string | undefined): Why =>
  (value) =>
    typeof value === 'string' ? why(value) : 'must be a string';
const inFormat = (name: string): Why => string((value) => formats[name]?.(value));

const codePattern = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$/;
const mapIt =
  'must be a code: at most 64 letters, digits, "_", "." or "-", the first a letter or digit; map free text to a code, it must not enter an event';

const line = (most: number): Why =>
  string((value) => {
    if (value === '') return 'must not be empty';
    return [...value].length > most ? `must have at most ${most} characters` : formats['line']?.(value);
  });

const word = (words: readonly string[]): Why =>
  string((value) => (words.includes(value) ? undefined : `must be one of ${words.join(', ')}`));

const listOf =
  (why: Why, fewest: number): Why =>
  (value) => {
    if (!Array.isArray(value)) return 'must be an array';
    if (value.length < fewest) return 'must not be empty';
    const wrong = value.findIndex((item) => why(item) !== undefined);
    if (wrong >= 0) return `item ${wrong + 1} ${String(why(value[wrong]))}`;
    return new Set(value).size < value.length ? 'must not repeat a value' : undefined;
  };

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** An opaque identifier. */
export const Id = (given?: Given): PropertyDecorator => field('id', inFormat('id'), given);
/** The stored id of an event. */
export const StoredId = (given?: Given): PropertyDecorator => field('uuid', inFormat('uuid'), given);
/** A code out of an open list. */
export const Code = (given?: Given): PropertyDecorator =>
  field(
    'code',
    string((value) => (codePattern.test(value) ? undefined : mapIt)),
    given,
  );
/** Words on one line. */
export const Text = (most: number, given?: Given): PropertyDecorator => field('text', line(most), given);
/** An RFC 3339 date-time. */
export const When = (given?: Given): PropertyDecorator => field('when', inFormat('date-time'), given);
/** An IANA time zone. */
export const TimeZone = (given?: Given): PropertyDecorator => field('timeZone', inFormat('time-zone'), given);
/** One word out of a closed list. */
export const OneOf = (words: readonly string[], given?: Given): PropertyDecorator => field('oneOf', word(words), given);
/** A finite number, not below `fewest` where there is one. */
export const Amount = (fewest = -Infinity, given?: Given): PropertyDecorator =>
  field(
    'amount',
    (value) => {
      if (typeof value !== 'number') return 'must be a number';
      return value < fewest ? `must not be below ${fewest}` : undefined;
    },
    given,
  );
/** Several different words out of a closed list, at least one. */
export const Words = (words: readonly string[], given?: Given): PropertyDecorator => field('words', listOf(word(words), 1), given);
/** Several different ids. */
export const Ids = (given?: Given): PropertyDecorator => field('ids', listOf(inFormat('id'), 0), given);
/** Several different texts. */
export const Texts = (most: number, given?: Given): PropertyDecorator => field('texts', listOf(line(most), 0), given);
/** Something of which `why` knows what is wrong. */
export const Fitting = (why: Why, given?: Given): PropertyDecorator => field('fitting', why, given);

type Class = new () => object;
/** By prototype: the fields that are objects of a class of their own. */
const nested = new Map<object, ReadonlyMap<string, () => Class>>();

/** The one field whose name would tell class-validator that the body is of another class. */
export const DISGUISE = 'constructor';

/** The value as an instance of the class, and what is nested in it as one of its own: by that class-validator knows what to check. */
export function instanceOf(Class: Class, value: object): object {
  const instance = Object.assign(new Class(), value) as Record<string, unknown>;
  delete instance[DISGUISE];
  for (const [property, of] of nested.get(Class.prototype as object) ?? []) {
    const inner = instance[property];
    if (isObject(inner)) instance[property] = instanceOf(of(), inner);
  }
  return instance;
}

/** An object with fields of its own; `empty` says what is wrong with one that has none of them. */
export const Nested =
  (of: () => Class, empty?: string): PropertyDecorator =>
  (target, property) => {
    const why: Why = (value) => {
      if (!isObject(value)) return 'must be an object';
      return Object.keys(value).length === 0 ? empty : undefined;
    };
    field('object', why)(target, property);
    ValidateNested()(target, property);
    nested.set(target, new Map([...(nested.get(target) ?? []), [String(property), of]]));
  };
