import { id, list, number, optional, text } from './field.ts';
import { shapesOf } from './shape.ts';

export const practitionerShapes = {
  PractitionerProfilePublished: shapesOf('practitioner', 'practitionerId')('A practitioner made known what they offer, and where.', {
    practitionerId: id('The practitioner.'),
    specialisms: list('What they do.', text('A specialism.', 128)),
    communityIds: list('The communities they serve.', id('A community.')),
    capacity: optional(number('How many clients they can take on, not below 0.', 0)),
  }),
};
