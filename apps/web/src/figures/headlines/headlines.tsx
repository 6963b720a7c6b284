import { conversion, latency, outcomeChange, retention } from '../../asking/questions.ts';
import { type Asking, useAnswer } from '../../asking/use-answer.ts';
import { figures } from '../../words/index.ts';
import { Headline, type Told } from './headline.tsx';
import { tellComparison, tellConversion, tellLatency, tellOutcome, tellRetention } from './tell.ts';

/** The network in five numbers. */
export function Headlines() {
  const booked = useAnswer(conversion);
  const waited = useAnswer(latency);
  const back = useAnswer(retention('month'));
  const changed = useAnswer(outcomeChange);
  return (
    <section aria-labelledby="headlines-title">
      <h2 id="headlines-title" className="visually-hidden">
        {figures.headlines}
      </h2>
      <ul className="headlines">
        <Headline href="#conversion" title={figures.conversion.short} {...telling(booked, tellConversion)} />
        <Headline href="#conversion" title={figures.conversion.short2} {...telling(booked, tellComparison)} />
        <Headline href="#latency" title={figures.latency.short} {...telling(waited, tellLatency)} />
        <Headline href="#retention" title={figures.retention.short} {...telling(back, tellRetention)} />
        <Headline href="#outcome-change" title={figures.outcomeChange.short} {...telling(changed, tellOutcome)} />
      </ul>
    </section>
  );
}

const telling = <Data,>({ data, error, isFetching }: Asking<Data>, tell: (data: Data) => Told) => ({
  told: data && tell(data),
  failed: error !== null,
  isFetching,
});
