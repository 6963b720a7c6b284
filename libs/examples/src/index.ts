export { lantern, lanternValidAt } from './communities/lantern.ts';
export { millbrook, millbrookValidAt } from './communities/millbrook.ts';
export { orchard, orchardValidAt } from './communities/orchard.ts';
export { quayside } from './communities/quayside.ts';
export { demoValidAt } from './demo/playbook.ts';
export { demoEvents } from './demo/scenario.ts';
export { generate } from './generator/generate.ts';
export type { Wanted } from './generator/plan.ts';
export * from './writing.ts';
