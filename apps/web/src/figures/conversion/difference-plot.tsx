import type { CSSProperties } from 'react';
import { format } from '../../words/index.ts';

/** Half the width of the scale: differences are shares from −40 to 40 points. */
const reach = 0.4;
const marks = [-0.4, -0.2, 0, 0.2, 0.4];

const place = (difference: number): string => `${((Math.max(-reach, Math.min(reach, difference)) + reach) / (2 * reach)) * 100}%`;

type Props = Readonly<{ difference: number; lower: number; upper: number }>;

/** A difference with its interval on a scale around zero; the sentence beside it says the same. */
export function DifferencePlot({ difference, lower, upper }: Props) {
  const style = { '--value': place(difference), '--lower': place(lower), '--upper': place(upper) } as CSSProperties;
  return (
    <div className="difference" style={style} aria-hidden="true">
      <div className="difference-scale">
        <span className="difference-zero" />
        <span className="difference-interval" />
        <span className="difference-dot" />
      </div>
      <div className="difference-marks">
        {marks.map((mark) => (
          <span key={mark} style={{ '--at': place(mark) } as CSSProperties}>
            {mark > 0 ? '+' : ''}
            {format.score(mark * 100)}
          </span>
        ))}
      </div>
    </div>
  );
}
