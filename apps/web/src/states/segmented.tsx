import { Label, Radio, RadioGroup } from 'react-aria-components';

type Props<Value extends string> = Readonly<{
  label: string;
  value: Value;
  options: Readonly<Record<Value, string>>;
  onChange: (value: Value) => void;
  hidesLabel?: boolean;
}>;

/** A choice of a few, side by side. */
export function Segmented<Value extends string>({ label, value, options, onChange, hidesLabel = false }: Props<Value>) {
  return (
    <RadioGroup className="segmented" value={value} onChange={(chosen) => onChange(chosen as Value)} orientation="horizontal">
      <Label className={hidesLabel ? 'visually-hidden' : 'control-label'}>{label}</Label>
      <div className="segments">
        {Object.entries<string>(options).map(([each, word]) => (
          <Radio key={each} value={each} className="segment">
            {word}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
