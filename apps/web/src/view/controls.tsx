import { useId } from 'react';
import type { Community, Network } from '../live/network.ts';
import { Segmented } from '../states/segmented.tsx';
import { page } from '../words/index.ts';
import { KnownAtSlider } from './known-at-slider.tsx';
import { useDisclosure } from './disclosure.ts';
import { useView } from './use-view.ts';
import { ValidAtSlider } from './valid-at-slider.tsx';

const { controls: words } = page;
const all = '';

/** What is asked, and when: both sliders, for whom, and whose. */
export function Controls({ network }: Readonly<{ network: Network }>) {
  const [disclosure, choose] = useDisclosure(network);
  return (
    <section className="controls" aria-label={words.label}>
      <div className="controls-inner">
        <ValidAtSlider network={network} />
        <KnownAtSlider />
        <div className="choices">
          <CommunityChoice communities={network.communities} />
          <Segmented label={words.disclosure} value={disclosure} options={words.disclosures} onChange={choose} />
        </div>
      </div>
    </section>
  );
}

function CommunityChoice({ communities }: Readonly<{ communities: readonly Community[] }>) {
  const [{ community }, change] = useView();
  const id = useId();
  // What the address asks of is what is chosen, known or not: only then can it be left.
  const unknown = community && communities.every((each) => each.id !== community) ? community : undefined;
  return (
    <div className="select">
      <label htmlFor={id} className="control-label">
        {words.community}
      </label>
      <select id={id} value={community ?? all} onChange={({ currentTarget: { value } }) => change({ community: value || undefined })}>
        <option value={all}>{words.allCommunities}</option>
        {communities.map((each) => (
          <option key={each.id} value={each.id}>
            {each.name}
          </option>
        ))}
        {unknown !== undefined && <option value={unknown}>{words.unknownCommunity(unknown)}</option>}
      </select>
    </div>
  );
}
