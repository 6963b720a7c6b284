import type { Answerable } from '@kithline/metrics';

/** A question as a resource: its path below /v1, in whose `{}` stand options of the question. */
export type QuestionRoute = Readonly<{ question: Answerable['question']; path: string }>;

/** Every question that the graph answers (QUESTIONS, over HTTP). Events are read from the log: events/. */
export const questionRoutes: readonly QuestionRoute[] = [
  { question: 'retention', path: 'retention' },
  { question: 're-engagement', path: 're-engagement' },
  { question: 'latency', path: 'latency' },
  { question: 're-referral', path: 're-referral' },
  { question: 'conversion', path: 'conversion' },
  { question: 'outcome-change', path: 'outcome-change' },
  { question: 'chain', path: 'chain/{person}' },
  { question: 'introduced', path: 'introduced/{person}' },
  { question: 'introduced', path: 'introduced' },
  { question: 'paths', path: 'paths' },
];

/** `chain/:person` of `chain/{person}` */
export const nestPath = (path: string): string => path.replace(/\{(\w+)\}/g, ':$1');
