import { getMetadataStorage, type MetadataStorage } from 'class-validator';
import { rememberChecks } from './remember-checks.ts';
import { commandRoutes } from './table.ts';

describe('The checks of a class', () => {
  const storage = getMetadataStorage();
  const asIfNew = Object.getPrototypeOf(storage) as MetadataStorage;
  beforeAll(() => rememberChecks());

  it.each(commandRoutes.map(({ collection, command, Body }) => [`${collection}: ${command}`, Body] as const))(
    'are those that there are, and gathered once, for %s',
    (_, Body) => {
      const checks = storage.getTargetValidationMetadatas(Body, '', false, false);
      expect(checks).toEqual(asIfNew.getTargetValidationMetadatas.call(storage, Body, '', false, false));
      expect(storage.getTargetValidationMetadatas(Body, '', false, false)).toBe(checks);
      expect(storage.groupByPropertyName(checks)).toEqual(asIfNew.groupByPropertyName.call(storage, checks));
    },
  );
});
