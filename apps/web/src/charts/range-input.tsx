import type { CSSProperties } from 'react';

type Props = Readonly<{
  id: string;
  min: number;
  max: number;
  value: number;
  /** What the value means, for those who do not see it. */
  valueText: string;
  onChange: (value: number) => void;
}>;

/** A slider: the browser's own, with all its keys. */
export function RangeInput({ id, min, max, value, valueText, onChange }: Props) {
  const share = max > min ? (value - min) / (max - min) : 1;
  return (
    <input
      id={id}
      type="range"
      className="range"
      style={{ '--share': share } as CSSProperties}
      min={min}
      max={max}
      value={value}
      aria-valuetext={valueText}
      onChange={(event) => onChange(event.currentTarget.valueAsNumber)}
    />
  );
}
