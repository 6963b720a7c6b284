import type { ReactNode } from 'react';
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';

/** Something that opens below its name. */
export function More({ title, children }: Readonly<{ title: string; children: ReactNode }>) {
  return (
    <Disclosure className="more">
      <Heading level={3} className="more-title">
        <Button slot="trigger" className="more-button">
          <svg width="10" height="10" viewBox="0 0 10 10" aria-hidden="true">
            <path d="M3 1l4 4-4 4" fill="none" stroke="currentColor" strokeWidth="1.5" />
          </svg>
          {title}
        </Button>
      </Heading>
      <DisclosurePanel className="more-panel">{children}</DisclosurePanel>
    </Disclosure>
  );
}
