import { urlNamespace, uuid5In } from './uuid5.ts';

/** The UUIDv5 of a name among the events of Kithline. */
export const eventUuid = uuid5In(uuid5In(urlNamespace)('https://kithline.org/event'));

/** The id under which the log keeps an event: the same for every delivery of it, different for every (source, id). */
export const storedId = (source: string, id: string): string => eventUuid(`${source}\n${id}`);
