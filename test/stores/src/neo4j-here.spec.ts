import { connect } from 'node:net';
import { once } from 'node:events';
import { neo4jHere } from './neo4j-here.ts';

const here = neo4jHere();
if (typeof here === 'string') it.skip(`A real Neo4j answers (skipped: ${here})`, () => undefined);
else {
  describe('A real Neo4j', () => {
    it('speaks Bolt at the address it is said to have', async () => {
      const socket = connect(Number(new URL(here.url).port), '127.0.0.1');
      // The handshake: the magic number, and the versions that would do.
      socket.write(Buffer.from('6060b017' + '00080805' + '00000000'.repeat(3), 'hex'));
      const [version] = (await once(socket, 'data')) as [Buffer];
      socket.destroy();
      expect(version.at(-1)).toBe(5);
    });
  });
}
