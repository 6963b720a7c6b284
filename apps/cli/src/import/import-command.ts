import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { listOption, textOption, type Call, type Run } from '../door/door.ts';
import { Bases, type NetworkLog, Problem, purposesOf } from '@kithline/network';
import { exitCodes } from '../door/exit-codes.ts';
import { readMapping, type Mapping } from '../mapping/mapping.ts';
import { readInThread } from '../reading/read-in-thread.ts';
import { progressOf } from '../terminal/progress.ts';
import { importBatches, type ImportOptions, type Recorder, type Tally } from './import-file.ts';
import { openToImport } from './open-to-import.ts';
import { RejectsFile } from './rejects-file.ts';
import { tellImported, type Imported } from './report.ts';
import { restoreExport } from './restore.ts';
import { checkAll } from './strict.ts';

/** What the options of an import come to. */
type Plan = Readonly<{ mapping: string | undefined; bases: Bases | undefined; strict: boolean }>;

/** `kithline import <files...>`. */
export const run: Run = async (call) => {
  refuseWhatDoesNotGoTogether(call);
  for (const file of call.args) if (file !== '-') requireFile(file);
  if (call.options.restore === true) return restoreExport(call);
  const plan = planOf(call);
  const { log, record, close } = await openToImport(call, plan.bases);
  const imported: Imported[] = [];
  try {
    for (const file of call.args) {
      imported.push(await importFile(call, { log, record, file, plan }));
      if (call.door.signal.aborted) break;
    }
  } finally {
    await close();
  }
  await tellImported(call, imported);
  if (imported.some(({ tally }) => tally.interrupted)) return exitCodes.interrupted;
  return imported.some(({ tally }) => tally.rejected > 0) ? exitCodes.rejectedLines : exitCodes.ok;
};

const invalid = (field: string, message: string): Problem => new Problem('badRequest', 'invalid_option', message, [{ field, message }]);

function refuseWhatDoesNotGoTogether({ args, options }: Call): void {
  if (options.rejects !== undefined && args.length > 1) throw invalid('rejects', '--rejects names one list: import the files one by one');
  if (options.restore !== true) return;
  if (args.length > 1) throw invalid('files', '--restore takes one export');
  const other = ['mapping', 'consent-basis', 'purposes', 'rejects', 'strict'].find((name) => options[name] !== undefined);
  if (other) throw invalid(other, `--${other} does not go with --restore: an export is restored exactly as it was`);
}

function requireFile(path: string): void {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found?.isFile()) return;
  const message = found ? `${path} is not a file: name files, or - for standard input` : `there is no file ${path}`;
  throw new Problem('notFound', 'no_such_file', message, [{ field: 'files', message }]);
}

function planOf(call: Call): Plan {
  const mapping = mappingText(call);
  const told = mapping === undefined ? undefined : readMapping(mapping);
  return { mapping, bases: basesOf(call, told), strict: call.options.strict === true };
}

/** The basis stated on the command line, or else in the mapping. */
function basesOf(call: Call, told: Pick<Mapping, 'consentBasis' | 'purposes'> = {}): Bases | undefined {
  const statement = textOption(call, 'consent-basis') ?? told.consentBasis;
  const named = listOption(call, 'purposes') ?? told.purposes;
  if (statement === undefined && named) throw invalid('purposes', 'purposes say what a basis covers: state the basis with --consent-basis');
  const purposes = purposesOf(named, 'purposes');
  return statement === undefined ? undefined : new Bases({ statement, purposes }, call.door.now);
}

/** The mapping file; without one there must be no table. */
function mappingText(call: Call): string | undefined {
  const path = textOption(call, 'mapping');
  const table = call.args.find((file) => /\.(csv|tsv)$/i.test(file));
  if (path === undefined) {
    if (table) throw invalid('mapping', `${table} is a table: --mapping must say which column becomes which field of which event`);
    return undefined;
  }
  requireFile(path);
  return readFileSync(path, 'utf8');
}

async function importFile(
  call: Call,
  { log, record, file, plan }: { log: NetworkLog; record: Recorder; file: string; plan: Plan },
): Promise<Imported> {
  const rejects = new RejectsFile(textOption(call, 'rejects') ?? `${file === '-' ? 'standard-input' : file}.rejects.ndjson`);
  const size = file === '-' ? undefined : statSync(file).size;
  const progress = progressOf(call.door, file, call.json);
  const { signal } = call.door;
  const onBatch: ImportOptions['onBatch'] = ({ bytes }, { written, known }) =>
    progress.show(bytes, size, `${(written + known).toLocaleString('en-US')} events`);
  const options = { log, record, rejects, signal, onBatch };
  const task = { path: file === '-' ? undefined : resolve(file), how: plan.mapping === undefined ? {} : { mapping: plan.mapping } };
  const batches = readInThread(task, call.door);
  try {
    const tally = plan.strict ? await importStrictly(batches, options, call) : await importBatches(batches, options);
    return { file, tally, rejects: rejects.path };
  } finally {
    rejects.close();
    progress.clear();
  }
}

/** Checks everything first; one bad line and nothing is recorded. */
async function importStrictly(batches: ReturnType<typeof readInThread>, options: ImportOptions, { stores, folder }: Call): Promise<Tally> {
  const checked = await checkAll(batches, { ...options, folder: stores.mode === 'embedded' ? folder : undefined });
  try {
    if (options.rejects.count > 0 || options.signal.aborted) {
      const { position } = await options.log.head();
      const nothing = { began: position, ended: position, written: 0, known: 0, declared: 0 };
      return { ...nothing, rejected: options.rejects.count, interrupted: options.signal.aborted };
    }
    const tally = await importBatches(checked.batches(), options);
    return { ...tally, known: tally.known + checked.known };
  } finally {
    await checked.discard();
  }
}
