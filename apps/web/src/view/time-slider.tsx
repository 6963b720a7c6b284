import { type ReactNode, useId } from 'react';
import { Button } from 'react-aria-components';
import { RangeInput } from '../charts/range-input.tsx';
import { Hint } from '../states/hint.tsx';
import type { hints } from '../words/index.ts';

type Props = Readonly<{
  label: string;
  hint: keyof typeof hints;
  min: number;
  max: number;
  value: number;
  /** What the value means, in words. */
  written: string;
  /** More about it, below. */
  beside: ReactNode;
  back: string;
  forth: string;
  onChange: (value: number) => void;
}>;

/** A slider through time, with a step in either direction. */
export function TimeSlider({ label, hint, min, max, value, written, beside, back, forth, onChange }: Props) {
  const id = useId();
  return (
    <div className="time-slider">
      <div className="time-head">
        <span>
          <label htmlFor={id} className="time-label">
            {label}
          </label>{' '}
          <Hint about={hint} />
        </span>
        <output htmlFor={id} className="time-value">
          {written}
        </output>
      </div>
      <div className="time-track">
        <Button className="step" aria-label={back} isDisabled={value <= min} onPress={() => onChange(value - 1)}>
          ‹
        </Button>
        <RangeInput id={id} min={min} max={max} value={value} valueText={written} onChange={onChange} />
        <Button className="step" aria-label={forth} isDisabled={value >= max} onPress={() => onChange(value + 1)}>
          ›
        </Button>
      </div>
      <div className="time-beside">{beside}</div>
    </div>
  );
}
