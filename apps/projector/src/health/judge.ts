import type { Standing } from '../standing.ts';

/** Milliseconds between two heartbeats: both stores are asked where they are. */
export const BEAT = 2_000;
/** From so many events behind on, answers are too old to be asked for. */
const TOO_FAR = 1_000;
/** How long a heartbeat may be missing, or the graph stand still while the log goes on, before something is dead. */
export const PATIENCE = 60_000;
/** How long an event may wait: beginning anew, again and again, resets what else there is to go by. */
const LATE = 2 * PATIENCE;
/** How long one piece of work may take: a batch, or comparing two large graphs. */
const LONGEST = 600_000;

/** `alive`: it does what it can; `ready`: what is asked of the graph is up to date. `problems` says why not, in words. */
export type Health = Readonly<{ alive: boolean; ready: boolean; problems: readonly string[] }>;

/**
 * Healthy is only who was seen to be: a follower that says nothing, and a heartbeat that no longer beats, count as dead. A store that does
 * not answer is not the projector's fault: it lives, and is not ready.
 */
export function judge(standing: Standing, now: number): Health {
  const dead = standing.phase === 'following' ? whatIsDead(standing, now) : [];
  const waited = standing.waitingSince === null ? 0 : now - standing.waitingSince;
  const late = [
    ...(standing.phase === 'following' ? [] : [standing.waitsFor ?? `it is ${standing.phase}`]),
    ...(standing.lag >= TOO_FAR ? [`${standing.lag} events are not in the graph yet`] : []),
    ...(waited > LATE ? [`an event has waited for ${Math.round(waited / 1000)} s to come into the graph`] : []),
  ];
  return { alive: dead.length === 0, ready: dead.length + late.length === 0, problems: [...dead, ...late] };
}

function whatIsDead(standing: Standing, now: number): readonly string[] {
  const problems: string[] = [];
  if (now - (standing.heartbeatAt ?? standing.movedAt) > PATIENCE) problems.push('no heartbeat: the stores were not seen for too long');
  if (isStalled(standing, now)) problems.push('stalled: the log goes on, and the graph does not');
  return problems;
}

/** Whether nothing happens though there is something to do. */
export const isStalled = ({ lag, movedAt, workingSince }: Pick<Standing, 'lag' | 'movedAt' | 'workingSince'>, now: number): boolean =>
  workingSince === null ? lag > 0 && now - movedAt > PATIENCE : now - workingSince > LONGEST;
