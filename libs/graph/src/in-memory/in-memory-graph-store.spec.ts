import { graphContract } from '../testing/graph.contract.ts';
import { InMemoryGraphStore } from './in-memory-graph-store.ts';

graphContract('The in-memory graph', async () => {
  const store = new InMemoryGraphStore();
  return {
    store,
    graph: async (naming) => store.graph(naming),
    referralsOf: async (person) => store.referralsOf(person),
    erased: async () => store.erased(),
  };
});
