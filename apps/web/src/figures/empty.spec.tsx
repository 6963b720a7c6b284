import { render } from '@testing-library/react';
import { hidden, share } from '../testing/answers.ts';
import { Empty } from './empty.tsx';

const saidOf = (cell: Parameters<typeof Empty>[0]['cell']) => render(<Empty cell={cell} />).container.textContent;

describe('A figure with nothing in it', () => {
  it('says that it is hidden, which is not that nobody is there', () => {
    expect(saidOf(hidden)).toContain('Hidden: too few persons stand behind it');
    expect(saidOf({ ...hidden, n_immature: 0 })).toContain('Hidden: too few persons stand behind it');
  });

  it('says that its people have not been observed for long enough', () => {
    expect(saidOf(share(0, 0, 300))).toContain('Nobody has been observed for long enough yet');
  });

  it('says that there is nobody', () => {
    expect(saidOf(share(0, 0))).toContain('Nobody to count yet');
  });
});
