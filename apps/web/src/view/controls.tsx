import { Button, Label, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components';
import type { Community, Network } from '../live/network.ts';
import { Segmented } from '../states/segmented.tsx';
import { page } from '../words/index.ts';
import { KnownAtSlider } from './known-at-slider.tsx';
import { useView } from './use-view.ts';
import { ValidAtSlider } from './valid-at-slider.tsx';

const { controls: words } = page;
const all = '';

/** What is asked, and when: both sliders, for whom, and whose. */
export function Controls({ network }: Readonly<{ network: Network }>) {
  const [view, change] = useView();
  return (
    <section className="controls" aria-label={words.label}>
      <div className="controls-inner">
        <ValidAtSlider network={network} />
        <KnownAtSlider />
        <div className="choices">
          <CommunityChoice communities={network.communities} />
          <Segmented
            label={words.disclosure}
            value={view.disclosure}
            options={words.disclosures}
            onChange={(disclosure) => change({ disclosure })}
          />
        </div>
      </div>
    </section>
  );
}

function CommunityChoice({ communities }: Readonly<{ communities: readonly Community[] }>) {
  const [{ community }, change] = useView();
  return (
    <Select className="select" value={community ?? all} onChange={(chosen) => change({ community: chosen ? String(chosen) : undefined })}>
      <Label className="control-label">{words.community}</Label>
      <Button className="select-button">
        <SelectValue />
        <svg width="10" height="10" viewBox="0 0 10 10" aria-hidden="true">
          <path d="M1 3l4 4 4-4" fill="none" stroke="currentColor" strokeWidth="1.5" />
        </svg>
      </Button>
      <Popover className="select-popover">
        <ListBox className="select-list">
          {[{ id: all, name: words.allCommunities }, ...communities].map(({ id, name }) => (
            <ListBoxItem key={id} id={id} className="select-item">
              {name}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Select>
  );
}
