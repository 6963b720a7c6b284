import type { EventType } from '../event-types.ts';
import { newestVersion } from '../upcast/upcasters.ts';
import { amendmentShapes } from './amendment.ts';
import { communityShapes } from './community.ts';
import { consentBasisShapes } from './consent-basis.ts';
import { consentShapes } from './consent.ts';
import { engagementShapes } from './engagement.ts';
import type { Data, JsonSchema } from './field.ts';
import { introductionShapes } from './introduction.ts';
import { memberShapes } from './member.ts';
import { personShapes } from './person.ts';
import { practitionerShapes } from './practitioner.ts';
import { referralShapes } from './referral.ts';
import { sessionShapes } from './session.ts';
import type { Shape } from './shape.ts';

/** The shape of every event type: the one place it is written down. Checks, types and docs/events.md are made from it. */
export const shapes = {
  ...communityShapes,
  ...memberShapes,
  ...introductionShapes,
  ...engagementShapes,
  ...referralShapes,
  ...sessionShapes,
  ...consentShapes,
  ...consentBasisShapes,
  ...practitionerShapes,
  ...personShapes,
  ...amendmentShapes,
} satisfies Record<EventType, Shape>;

/** The data of one event type: `DataOf<'ReferralMade'>`. */
export type DataOf<T extends EventType> = Data<(typeof shapes)[T]['fields']>;

/** The shape of a core type. */
export const shapeOf = (type: EventType): Shape => shapes[type];

/** The JSON Schema (draft 2020-12) of an event type's `data`, a document of its own. Format `id` is that of ids.ts. */
export const schemaOf = (type: EventType): JsonSchema => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: `https://kithline.org/event/${type}/v${newestVersion(type)}`,
  title: type,
  ...shapes[type].schema,
});
