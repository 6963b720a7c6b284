/** What speaks of options as they are typed at the command line, in the words of this door, where they are parameters. */
export const asParameters = (text: string): string => text.replace(/(?<=^|[\s(])--(?=[a-z])/g, '');
