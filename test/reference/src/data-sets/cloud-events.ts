/** What a converter says of an event; `subject` is the stream. */
export type Told = Readonly<{ id: string; type: string; subject: string; time: string; data: object }>;

/** CloudEvents as an import reads them, all from one source. */
export const cloudEvents = (source: string, told: readonly Told[]): object[] =>
  told.map(({ type, ...event }) => ({ specversion: '1.0', source, type: `org.kithline.${type}.v1`, ...event }));

/** A touchpoint of this kind; their number tells them apart. */
export const touchpoint = (
  number: number,
  time: string,
  data: Readonly<{ personId: string; communityId: string; kind: string }>,
): Told => ({
  id: `touchpoint-${number}`,
  type: 'TouchpointRecorded',
  subject: `member/${data.personId}`,
  time,
  data: { touchpointId: String(number), ...data },
});
