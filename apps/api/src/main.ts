import 'reflect-metadata';
import { application } from './door/application.ts';
import { open } from './open.ts';
import { BadSettings, readSettings } from './settings.ts';

/** The composition root: settings, data folder, application, until the process is told to end. */
async function main(): Promise<void> {
  const { folder, host, port } = readSettings(process.argv.slice(2), process.env);
  const { parts, close } = await open(folder, { now: Date.now, report: (line) => console.error(line) });
  const app = await application(parts);
  await app.listen(port, host);
  console.log(`Kithline is at ${await app.getUrl()} (data: ${folder}). Ctrl-C ends it.`);
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void app.close().then(close));
}

await main().catch((error: unknown) => {
  for (const line of error instanceof BadSettings ? error.lines : [String(error)]) console.error(`kithline-api: ${line}`);
  process.exitCode = 1;
});
