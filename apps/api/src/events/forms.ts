import { Problem } from '@kithline/network';

/** The forms in which events are given out. */
const forms = ['application/json', 'text/event-stream', 'application/x-ndjson'] as const;
export type Form = (typeof forms)[number];

/** The form that a request accepts best; JSON when it does not say. @throws Problem when it accepts none of them */
export function formOf(accept: string | undefined): Form {
  if (accept === undefined || accept.trim() === '') return 'application/json';
  const wanted = accept
    .split(',')
    .map(readRange)
    .filter(({ weight }) => weight > 0);
  for (const { range } of wanted.sort((a, b) => b.weight - a.weight)) {
    const form = forms.find((name) => range === '*/*' || range === name || range === `${name.split('/')[0]}/*`);
    if (form) return form;
  }
  throw new Problem('notAcceptable', 'not_acceptable', `events are given out as ${forms.join(', ')}: ask for one of these in Accept`);
}

function readRange(text: string): Readonly<{ range: string; weight: number }> {
  const [range = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase());
  const weight = Number(parameters.find((part) => part.startsWith('q='))?.slice(2) ?? 1);
  return { range, weight: Number.isNaN(weight) ? 1 : weight };
}
