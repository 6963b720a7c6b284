export { Problem, wrongField, type FieldError, type ProblemJson, type ProblemKind } from './problem/problem.ts';
export { listed, toProblem, type Translations } from './problem/to-problem.ts';
