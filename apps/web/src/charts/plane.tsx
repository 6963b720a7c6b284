import { AxisBottom, AxisLeft } from '@visx/axis';
import { GridRows } from '@visx/grid';
import { Group } from '@visx/group';
import { scaleLinear } from '@visx/scale';
import type { ReactNode } from 'react';
import { useWidth } from './use-width.ts';

export type Scale = ReturnType<typeof scaleLinear<number>>;

/** What a drawing on a plane is given: its scales, and how large it is. */
export type Plane = Readonly<{ x: Scale; y: Scale; width: number; height: number }>;

type Props = Readonly<{
  label: string;
  height: number;
  /** Room below the axis for what the drawing adds there. */
  below?: number;
  xEnd: number;
  xTicks: readonly number[];
  xLabel: string;
  yLabel: string;
  children: (plane: Plane) => ReactNode;
}>;

const margin = { top: 28, right: 12, bottom: 52, left: 44 };
const quarters = [0, 0.25, 0.5, 0.75, 1];

/** A plane for curves of shares: 0 to 100 % upwards, as wide as there is room. */
export function PlaneOf({ label, height, below = 0, xEnd, xTicks, xLabel, yLabel, children }: Props) {
  const [ref, room] = useWidth<HTMLDivElement>(640);
  const width = Math.max(room, 200) - margin.left - margin.right;
  const x = scaleLinear<number>({ domain: [0, xEnd], range: [0, width] });
  const y = scaleLinear<number>({ domain: [0, 1], range: [height, 0] });
  return (
    <div ref={ref} className="plane">
      <svg role="img" aria-label={label} width={width + margin.left + margin.right} height={margin.top + height + margin.bottom + below}>
        <text className="axis-name" x={0} y={14}>
          {yLabel}
        </text>
        <Group left={margin.left} top={margin.top}>
          <GridRows scale={y} width={width} tickValues={quarters} className="grid" />
          <AxisLeft
            scale={y}
            tickValues={quarters}
            tickFormat={(share) => `${Number(share) * 100} %`}
            hideAxisLine
            hideTicks
            tickClassName="tick"
            tickLabelProps={left}
          />
          <AxisBottom
            scale={x}
            top={height}
            tickValues={[...xTicks]}
            tickFormat={String}
            hideTicks
            axisClassName="axis"
            tickClassName="tick"
            tickLabelProps={bottom}
          />
          <text className="axis-name" x={width} y={height + 42} textAnchor="end">
            {xLabel}
          </text>
          {children({ x, y, width, height })}
        </Group>
      </svg>
    </div>
  );
}

const left = { dx: '-0.25em', dy: '0.3em', textAnchor: 'end', fontSize: 12 } as const;
const bottom = { dy: '0.5em', textAnchor: 'middle', fontSize: 12 } as const;
