import { purposes as allPurposes } from '../purposes.ts';
import { id, instant, list, oneOf, optional, text } from './field.ts';
import { shapesOf } from './shape.ts';

const ofAConsent = shapesOf('consent', 'personId');

const personId = id('The person whose consent it is.');
const purposes = list('What the consent is for.', oneOf('A purpose.', allPurposes), 1);
const scope = {
  categories: optional(list('The categories of data.', text('A category.', 64))),
  recipients: optional(list('To whom.', id('A recipient.'))),
  communityId: optional(id('The community it is limited to.')),
  noticeVersion: optional(text('The version of the notice that was shown.', 128)),
};

export const consentShapes = {
  ConsentGranted: ofAConsent('A person consented.', {
    personId,
    purposes,
    since: optional(instant('The grant covers the own events of the person from then on, also those before it.')),
    ...scope,
  }),
  ConsentWithdrawn: ofAConsent('A person withdrew consent.', {
    personId,
    purposes: optional(purposes),
    ...scope,
    effect: optional(
      oneOf('`prospective` (the default): from now on. `erase`: for all purposes, as if it had never been given.', [
        'prospective',
        'erase',
      ]),
    ),
  }),
  ConsentExpired: ofAConsent('A consent ran out.', { personId, purposes: optional(purposes), ...scope }),
};
