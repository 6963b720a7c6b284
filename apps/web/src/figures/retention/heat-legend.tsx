import { Hint } from '../../states/hint.tsx';
import { figures, inCells } from '../../words/index.ts';
import { steps } from './heat-cell.tsx';

/** What the colours mean, and the cells that have none. */
export function HeatLegend() {
  return (
    <div className="heat-legend">
      <span>{figures.retention.legend}</span>
      <span className="heat-scale" aria-hidden="true">
        <span>0 %</span>
        {Array.from({ length: steps }, (_, step) => (
          <span key={step} className={`heat-swatch heat-step-${step}`} />
        ))}
        <span>100 %</span>
      </span>
      <span className="heat-key">
        <span className="heat-swatch heat-step-2 heat-partial" aria-hidden="true" /> {figures.retention.partial}
      </span>
      <span className="heat-key">
        <span className="heat-swatch heat-immature" aria-hidden="true" /> {inCells.notYet} <Hint about="immature" />
      </span>
      <span className="heat-key">
        <span className="heat-swatch heat-hidden" aria-hidden="true" /> {inCells.hidden} <Hint about="hidden" />
      </span>
    </div>
  );
}
