import { id, number, optional, text } from './field.ts';
import { shapesOf } from './shape.ts';

const survivor = shapesOf('person', 'survivorId');
const pair = { survivorId: id('The id that stands for both.'), mergedId: id('The id that was found to be the same person.') };

export const personShapes = {
  OutcomeMeasured: shapesOf('person', 'personId')('A person answered an outcome measure.', {
    measurementId: id('The measurement.'),
    personId: id('The person.'),
    instrument: text('The instrument: `PHQ-9`, `GAD-7` …', 64),
    version: text('The version of the instrument.', 64),
    total: number('The total score; single answers are never recorded.'),
    communityId: optional(id('The community.')),
    referralId: optional(id('The referral it belongs to.')),
    engagementId: optional(id('The engagement at which it was taken.')),
  }),
  PersonsMerged: survivor('Two ids were found to be one person.', pair),
  MergeReversed: survivor('A merge was found to be wrong; undoes the last unreversed merge of exactly this pair.', pair),
};
