export * from './event-types.ts';
export * from './event.ts';
export * from './ids.ts';
export * from './precision.ts';
export * from './purposes.ts';
export * from './reasons.ts';
export * from './time.ts';

export * from './schemas/patch.ts';
export * from './schemas/problem.ts';
export { type Party, parties, sourceKinds } from './schemas/referral.ts';
export { pathways } from './schemas/member.ts';
export { sessionKinds } from './schemas/session.ts';
export { type Shape, type StreamKind, streamKinds } from './schemas/shape.ts';
export * from './schemas/shapes.ts';
export { problemsOfData } from './schemas/validate.ts';

export { canonicalInstant } from './schemas/canonical-instant.ts';
export { formats } from './schemas/formats.ts';
export type { JsonSchema } from './schemas/field.ts';

export * from './wire/apply-correction.ts';
export { canonicalEvent } from './wire/canonical-event.ts';
export * from './wire/decode-event.ts';
export * from './wire/encode-line.ts';
export * from './wire/essence.ts';
export * from './wire/event-from.ts';
export * from './wire/invalid-event.ts';
export * from './wire/stored-id.ts';
export * from './wire/stream.ts';
export * from './upcast/decode-stored.ts';

export * from './decider/command.ts';
export * from './decider/decider.ts';
export * from './decider/fact.ts';
export { type Rule, RuleBroken, type RuleName } from './decider/rule.ts';
export * from './history/breaches-of.ts';
export { decided } from './history/decided.ts';
export { deciders } from './history/deciders.ts';
export { rules } from './history/rules.ts';
export { historyOf, isAmendment } from './history/history-of.ts';
export { stateOf } from './history/state-of.ts';

export type * from './amendment/commands.ts';
export type * from './community/commands.ts';
export type * from './consent/commands.ts';
export type * from './consent-basis/commands.ts';
export type * from './engagement/commands.ts';
export type * from './introduction/commands.ts';
export type * from './member/commands.ts';
export type * from './person/commands.ts';
export type * from './practitioner/commands.ts';
export type * from './referral/commands.ts';
export { amendmentDecider } from './amendment/decide.ts';
export * from './consent-basis/basis-event.ts';
export * from './consent-basis/basis-id.ts';
export { type DuplicateRule, duplicateRules, type OtherReferral } from './referral/duplicates.ts';
export { matrix as referralMatrix, openStatuses } from './referral/matrix.ts';
export * from './catalogue/event-catalogue.ts';
