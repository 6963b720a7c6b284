/** The server as a process of its own: `process.ts <port> <file>`. Says its address when it is ready. Ends when its parent does. */
import { EventStoreServer } from './event-store-server.ts';

const [port, file] = process.argv.slice(2);
const server = await EventStoreServer.start({ port: Number(port), ...(file !== undefined && { file }) });
console.log(server.url);
process.stdin.on('close', () => process.exit(0)).resume();
