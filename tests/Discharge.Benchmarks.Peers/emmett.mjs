// The command that is measured, done by Emmett behind Node's own HTTP server: the stream is read and folded, one event is appended.
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { CommandHandler } from '@event-driven-io/emmett';
import { getPostgreSQLEventStore } from '@event-driven-io/emmett-postgresql';

const store = getPostgreSQLEventStore(process.env.PEER_DATABASE);
const handle = CommandHandler({ evolve: (state) => ({ entries: state.entries + 1 }), initialState: () => ({ entries: 0 }) });
await store.schema.migrate();

const server = createServer(async (request, response) => {
  try {
    const id = request.url.split('/').at(-1);
    const said = await text(request);
    const { nextExpectedStreamVersion } = await handle(store, id, () => ({ type: 'Left', data: { said } }));
    const body = JSON.stringify({ id, version: Number(nextExpectedStreamVersion) });
    response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) }).end(body);
  } catch (failed) {
    const body = String(failed);
    response.writeHead(500, { 'Content-Type': 'text/plain', 'Content-Length': Buffer.byteLength(body) }).end(body);
  }
});
server.keepAliveTimeout = 0;
server.listen(0, '127.0.0.1', () => {
  console.log('token hub-lead: none');
  console.log(`Now listening on: http://127.0.0.1:${server.address().port}`);
});
