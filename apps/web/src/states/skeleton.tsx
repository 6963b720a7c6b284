import { page } from '../words/index.ts';

/** The outline of what is on its way. */
export function Skeleton({ kind }: Readonly<{ kind: 'headline' | 'table' | 'chart' | 'page' }>) {
  return (
    <div className={`skeleton skeleton-${kind}`} role="status">
      <span className="visually-hidden">{page.states.loading}</span>
      {Array.from({ length: lines[kind] }, (_, i) => (
        <span key={i} className="skeleton-line" aria-hidden="true" />
      ))}
    </div>
  );
}

const lines = { headline: 3, table: 5, chart: 2, page: 6 } as const;
