import { atTheStart, type Standing } from '../standing.ts';
import { judge } from './judge.ts';

const now = 10_000_000;
const following = (more: Partial<Standing>): Standing => ({
  ...atTheStart(now),
  ...{ phase: 'following', movedAt: now - 30_000, heartbeatAt: now, head: 15, position: 10, lag: 5 },
  ...more,
});

describe('A projector that follows', () => {
  it('is ready while what is behind was recorded just now', () =>
    expect(judge(following({ waitingSince: now - 1_000 }), now)).toEqual({ alive: true, ready: true, problems: [] }));

  it('is not ready where an event waits that it was begun anew for again and again', () =>
    expect(judge(following({ waitingSince: now - 3_600_000 }), now)).toEqual({
      alive: true,
      ready: false,
      problems: ['an event has waited for 3600 s to come into the graph'],
    }));
});
