/** The house rules of DESIGN.md that stock rules can hold, as options for them. */

/** Nothing is called so: a folder is a noun of the domain. */
export const emptyNames = ['utils', 'util', 'common', 'shared', 'core', 'base', 'helpers', 'misc'];

/** Past participles that do not end in -ed. */
const irregular = 'Begun|Given|Held|Kept|Left|Made|Met|Put|Sent|Shown|Withdrawn|Written';
/** What a command may tell somebody to do: imperative verbs. Add to it what is one. */
const verbs =
  'Accept|Annul|Attend|Book|Cancel|Check|Close|Complete|Correct|Declare|Decline|Draft|Enter|Expire|Fail|Flag|Found|Grant|Hold|Join|Leave|Make|Measure|Merge|Miss|' +
  'Publish|Put|Reassign|Receive|Record|Rejoin|Reject|Reopen|Request|Resume|Reverse|Revoke|Schedule|Withdraw';

/** @param {string} selector @param {string} message */
const no = (selector, message) => ({ selector, message });

/** Calls of `it` or `describe` in all their forms: plain, `.skip`, `.each(table)`, `.each` with a template. */
const calls = (/** @type {string} */ name) =>
  `CallExpression:matches([callee.name='${name}'],[callee.object.name='${name}'][callee.property.name!='each'],` +
  `[callee.callee.object.name='${name}'],[callee.callee.object.object.name='${name}'],[callee.tag.object.name='${name}'])`;

/** Both spellings of a title that is (or is not) like the pattern. @param {string} call @param {string} pattern @param {string} message */
const noTitle = (call, pattern, message) => [
  no(`${call} > Literal.arguments:first-child[value=/${pattern}/]`, message),
  no(`${call} > TemplateLiteral.arguments:first-child > TemplateElement.quasis:first-child[value.raw=/${pattern}/]`, message),
];

/** `no-restricted-syntax` for all TypeScript. */
export const everywhere = [
  no('TSEnumDeclaration', 'Say it as a union of strings: enums cannot be erased.'),
  no('TSParameterProperty', 'Declare the field: parameter properties cannot be erased.'),
];

/** …for libraries: the time, and chance, are handed in by the apps. */
export const handedIn = [
  no("NewExpression[callee.name='Date'][arguments.length=0]", 'The time is handed in: no clock in a library.'),
  no("CallExpression[callee.name='Date']", 'The time is handed in: no clock in a library.'),
  no("ImportSpecifier[imported.name='randomUUID']", 'Ids are handed in: no chance in a library.'),
];
export const handedInProperties = [
  { object: 'Date', property: 'now', message: 'The time is handed in: no clock in a library.' },
  { object: 'Math', property: 'random', message: 'Chance is handed in, seeded.' },
  { property: 'randomUUID', message: 'Ids are handed in: no chance in a library.' },
];

const notImperative = `Literal[value=/^[A-Z]/]:not([value=/^(${verbs})([A-Z]|$)/])`;
const imperativePlease = 'A command is imperative (MakeReferral). Is this a verb that infra/house-rules.mjs does not know? Add it there.';
/** …for commands: `Command<'MakeReferral', …>`, or `type: 'MakeReferral'`. */
export const imperative = [
  no(`TSTypeReference[typeName.name='Command'] > TSTypeParameterInstantiation > :first-child ${notImperative}`, imperativePlease),
  no(`TSPropertySignature[key.name='type'] > TSTypeAnnotation ${notImperative}`, imperativePlease),
];

/** …for the list of event types. */
export const pastTense = [
  no('ArrayExpression > Literal[value=/Event$/]', 'An event type has no "Event" at its end.'),
  no(
    `ArrayExpression > Literal[value=/^[A-Z]/]:not([value=/[a-z](ed|${irregular})([A-Z]|$)/])`,
    'An event is a fact, told in the past tense (ReferralMade).',
  ),
];

/** …for specs and contracts: `describe` + `it` is a sentence, nothing is left out in silence. */
export const titles = [
  ...noTitle(calls('it'), '^(should\\b|[A-Z][a-z])', 'describe + it is a sentence: begin with a verb in lower case, not with "should".'),
  ...noTitle(calls('it'), '\\.$', 'A title has no full stop.'),
  ...noTitle(
    `Program > ExpressionStatement > ${calls('describe')}`,
    '^[a-z]+ ',
    'describe + it is a sentence: begin it with a capital, or with a name.',
  ),
  no('CallExpression[callee.name=/^x(it|describe|test)$/]', 'Skip with it.skip or describe.skip, and a reason.'),
  no(
    'MemberExpression[property.name=/^(skip|todo|failing)$/][object.name=/^(it|describe|test)$/]:not(CallExpression > .callee)',
    'Skip by calling it.skip(title) itself, so that its reason can be seen.',
  ),
  no('CallExpression[callee.property.name=/^(todo|failing)$/][callee.object.name=/^(it|test)$/]', 'Write it, or leave it out.'),
  no(
    "CallExpression[callee.property.name='skip'][callee.object.name=/^(it|describe|test)$/]" +
      ' > .arguments:first-child:not([value=/\\(skipped: .+\\)$/]):not([quasis.0.value.raw=/\\(skipped: /])',
    'Every skip carries its reason: end the title with "(skipped: …)".',
  ),
  no("CallExpression[callee.name='test']", 'Write it(…): describe + it is a sentence.'),
];
export const onlyProperties = ['it', 'describe', 'test'].map((object) => ({
  object,
  property: 'only',
  message: 'The others must run too.',
}));

/** Globals of Jest: in specs, and in the contracts that specs call, nowhere else. */
export const jestGlobals = ['describe', 'it', 'test', 'expect', 'jest', 'beforeEach', 'afterEach', 'beforeAll', 'afterAll'].map((name) => ({
  name,
  message: 'Tests are in *.spec.ts; what adapters must do is exported from a *.contract.ts.',
}));
