/** The command line in a few files: loading three hundred modules one by one costs a quarter of a second at every start. */
export default {
  input: { main: 'dist/main.js', 'reading-thread': 'dist/reading/reading-thread.js' },
  platform: 'node',
  external: ['better-sqlite3', '@eventstore/db-client', 'neo4j-driver'],
  output: { dir: 'dist/bundle', cleanDir: true, entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
};
