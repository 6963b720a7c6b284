/** What is wrong with one field of an event, as a path: `time`, `data.personId`. */
export type Problem = Readonly<{ field: string; message: string }>;
