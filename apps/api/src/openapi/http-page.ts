import { rules, shapeOf } from '@kithline/touchpoints';
import { commandRoutes } from '../commands/table.ts';
import { questionRoutes } from '../questions/routes.ts';
import { demandedBy, fieldsOfBody } from './command-body.ts';
import { familiesOfCodes, otherCodes } from './problem-codes.ts';

/** The README's section about HTTP: every command, question and code, from the tables that make the api. */
export const httpPage = (): string => [introduction, commands(), questions(), codes()].join('\n\n');

const begins = '<!-- over HTTP: written by `npm run openapi` -->\n\n';
const ends = '\n\n<!-- so much about HTTP -->';

/** The README with this section in its place. @throws Error when the place is not marked */
export function withHttp(readme: string): string {
  const [from, to] = [readme.indexOf(begins), readme.indexOf(ends)];
  if (from < 0 || to < from) throw new Error('the README has no place for the section about HTTP');
  return readme.slice(0, from) + begins + httpPage() + readme.slice(to);
}

const introduction = `### Over HTTP

The api has every command and every question as a resource under \`/v1\`; \`/v1/openapi.json\` describes all of it (OpenAPI 3.1, also
[apps/api/openapi.json](apps/api/openapi.json)). It listens on loopback only, since nobody signs in yet, and answers only to \`localhost\`, \`127.0.0.1\` and
\`[::1]\`, and to pages of its own. \`/health/live\` says that it runs, \`/health/ready\` whether the graph follows the log and is near its end (\`lag\`
says how near).

| setting | default | |
| --- | --- | --- |
| \`--data\` or \`KITHLINE_DATA\` | \`kithline-data\` | the data folder |
| \`HOST\` | \`127.0.0.1\` | \`127.0.0.1\`, \`::1\` or \`localhost\` |
| \`PORT\` | \`3210\` | 0 takes any free one |
| \`LOG\`, \`GRAPH\` … | \`sqlite\`, \`memory\` | log and graph on servers: see Running it for real; the data folder then keeps answers to \`Idempotency-Key\` and snapshots of earlier K |
| \`LOG_LEVEL\` | \`info\`, with \`npm start\` \`warn\` | \`fatal\` \`error\` \`warn\` \`info\` \`debug\` \`trace\` \`silent\`: one JSON line a request to stderr, without ids of people, queries or bodies |

| limit | beyond it |
| --- | --- |
| 64 questions, 32 lists of events, 256 streams, 16 imports, 8 exports, 512 commands to one stream of an EventStoreDB at once; one check, rebuild or backup | 429 with \`Retry-After\` |
| \`wait-for\`: 5 seconds | 503 with \`Retry-After\` |
| 256 KiB a body; events in bulk have no end, but 1 MiB a line | 413; a line is rejected |
| 16 KiB of headers, within 10 seconds; 10 seconds for a body | 431, 408 |
| 1,000 events a page | 400; \`Link\` leads to the next |`;

function commands(): string {
  const rows = commandRoutes
    .filter(({ command, collection }) => !isAmendment(command) || collection === 'referrals')
    .map((route) => {
      const { properties } = fieldsOfBody(route);
      const required = demandedBy(route);
      const data = Object.keys(properties).filter((name) => !surrounding.includes(name));
      const fields = data.map((name) => (required.includes(name) ? `\`${name}\`` : `\`${name}\`?`)).join(', ');
      const collection = isAmendment(route.command) ? '{collection}' : route.collection;
      return `| \`/v1/${collection}/{id}/${route.imperative}\` | ${shapeOf(route.becomes).meaning} | ${fields} |`;
    });
  return `#### Commands

\`POST\` with a JSON body: the data of the event less the id in the path. Fields marked with ? may be left out, any other field is refused. Every body may
also say \`time\` (RFC 3339; default: now), \`precision\`, \`timeto\`, \`actor\` (who does it; absent: the system) and \`community\`.

| command | what it asks for | fields |
| --- | --- | --- |
${rows.join('\n')}

Answered with 201, or 200 when it was so already, and \`{ position, revision, events: [{ id, type }] }\`; the \`ETag\` is the revision of the stream.
\`If-Match: "3"\` asks for a revision, 412 tells the one there is. \`Idempotency-Key\` gets the first answer again for at least a day, also after a restart.
That is also the refusal of a rule (409). A command that was not even decided (400, 404, 412, 429, a conflict that is no rule's) leaves its key free; where it is not known what became of it (500, 503)
the key stays with it: send it again as it was.
\`X-Correlation-Id\` and \`X-Causation-Id\` go through to the events. \`wait-for={position}\` lets a question see what was just recorded.`;
}

const surrounding: readonly string[] = ['time', 'precision', 'timeto', 'actor', 'community'];
const isAmendment = (command: string): boolean => command.endsWith('Event');

const questions = (): string => `#### Questions

\`GET\`, with the options of the command line as query parameters: ${questionRoutes.map(({ path }) => `\`/v1/${path}\``).join(', ')} and \`/v1/events\`.`;

function codes(): string {
  const ours = Object.entries(otherCodes).map(([code, [status, meaning]]) => `| \`${code}\` | ${status} | ${meaning} |`);
  const families = Object.entries(familiesOfCodes).map(([start, [status, meaning]]) => `| \`${start}…\` | ${status} | ${meaning} |`);
  const refusals = rules.map(({ code, sentence }) => `| \`${code}\` | ${sentence} |`);
  return `#### Codes of problems

Whatever is not done is told as \`application/problem+json\` (RFC 9457): \`title\`, \`status\`, \`code\`, \`detail\` and \`errors\` [{ field, message }].

| code | status | meaning |
| --- | --- | --- |
${[...ours, ...families].join('\n')}

A rule that refuses a command gives 409 with its own code, its sentence as \`detail\`:

| code | sentence |
| --- | --- |
${refusals.join('\n')}`;
}
