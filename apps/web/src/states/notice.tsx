import type { ReactNode } from 'react';

/** A line that says how what is below it is to be taken. */
export function Notice({ title, tone = 'calm', children }: Readonly<{ title: string; tone?: 'calm' | 'warning'; children: ReactNode }>) {
  return (
    <div className={`notice notice-${tone}`} role={tone === 'warning' ? 'status' : undefined}>
      <p>
        <strong>{title}</strong> {children}
      </p>
    </div>
  );
}
