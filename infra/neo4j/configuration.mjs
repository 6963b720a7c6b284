/** neo4j.conf: one database on loopback, capped, without anything that calls out. */
import { join } from 'node:path';

/**
 * @param {string} home folder of this server alone
 * @param {{ port: number, heap: number, pageCache: number }} options memory in MB
 */
export function configuration(home, { port, heap, pageCache }) {
  const settings = {
    'server.directories.data': join(home, 'data'),
    'server.directories.logs': join(home, 'logs'),
    'server.directories.run': join(home, 'run'),
    'server.directories.plugins': join(home, 'plugins'),
    'server.directories.import': join(home, 'import'),
    'server.directories.transaction.logs.root': join(home, 'data', 'transactions'),
    'server.default_listen_address': '127.0.0.1',
    'server.bolt.enabled': 'true',
    'server.bolt.listen_address': `127.0.0.1:${port}`,
    'server.bolt.advertised_address': `127.0.0.1:${port}`,
    'server.http.enabled': 'false',
    'server.https.enabled': 'false',
    'dbms.security.auth_enabled': 'true',
    'dbms.usage_report.enabled': 'false',
    'server.memory.pagecache.size': `${pageCache}m`,
    // What transactions may hold of the heap, all together and each: one beyond it is an error of that transaction, not the end of the server.
    'dbms.memory.transaction.total.max': `${heap / 2}m`,
    'db.memory.transaction.max': `${(heap * 3) / 8}m`,
    'db.transaction.timeout': '120s',
    'db.lock.acquisition.timeout': '10s',
    'dbms.cypher.forbid_exhaustive_shortestpath': 'true',
    'db.tx_log.rotation.retention_policy': '256M size',
  };
  return Object.entries(settings)
    .map(([name, value]) => `${name}=${value.replaceAll('\\', '/')}\n`)
    .join('');
}

/**
 * Options of the Java machine as Neo4j's own launcher gives them.
 * @param {number} heap in MB @param {boolean} brief code is compiled quickly rather than well: a server that lives for minutes costs half
 */
export const javaOptions = (heap, brief) => [
  ...(brief ? ['-XX:TieredStopAtLevel=1'] : []),
  `-Xms${heap}m`,
  `-Xmx${heap}m`,
  '-XX:+UseG1GC',
  '-XX:-OmitStackTraceInFastThrow',
  '-XX:+DisableExplicitGC',
  '-Djdk.nio.maxCachedBufferSize=1024',
  '-Dio.netty.tryReflectionSetAccessible=true',
  ...['nio', 'io', 'util.concurrent'].map((name) => `--add-opens=java.base/java.${name}=ALL-UNNAMED`),
  '--add-opens=java.base/sun.nio.ch=ALL-UNNAMED',
  '-Dlog4j2.disable.jmx=true',
  '-Dfile.encoding=UTF-8',
];
