// Reads the deployment files of the folder that it is given and prints what is in them, and what is wrong with them, as one JSON object.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadAll } from 'js-yaml';

const require = createRequire(import.meta.url);
const here = dirname(fileURLToPath(import.meta.url));
const root = process.argv[2];
const read = (...path) => readFileSync(join(root, ...path), 'utf8');

// Where a kind lives: apiVersion apps/v1 is kubernetes-models/apps/v1, networking.k8s.io/v1 likewise.
const module = apiVersion => `kubernetes-models/${apiVersion}`;

async function schemaProblems(document, at) {
  const kinds = await import(module(document.apiVersion));
  if (!(document.kind in kinds)) return [`${at}: there is no ${document.apiVersion} ${document.kind}`];
  try {
    new kinds[document.kind](document).validate();
    return [];
  } catch (error) {
    return [`${at}: ${error.message}`];
  }
}

// The schemas let unknown fields pass; as a literal of its type a document may not have any.
function typeProblems(documents) {
  const folder = mkdtempSync(join(here, 'types-'));
  try {
    const source = documents.map((document, i) => `import type { I${document.kind} as T${i} } from '${module(document.apiVersion)}';\nexport const d${i}: T${i} = ${JSON.stringify(document)};\n`).join('');
    writeFileSync(join(folder, 'documents.ts'), source);
    execFileSync(process.execPath, [require.resolve('typescript/lib/tsc.js'), '--noEmit', '--strict', '--skipLibCheck', '--target', 'es2022', '--module', 'nodenext', '--moduleResolution', 'nodenext', join(folder, 'documents.ts')], { cwd: here, stdio: 'pipe' });
    return [];
  } catch (error) {
    return String(error.stdout || error.message).trim().split('\n').map(line => line.replace(/^.*documents\.ts/, 'types'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function kubernetes(text) {
  const documents = loadAll(text);
  const problems = [];
  for (const [i, document] of documents.entries()) problems.push(...await schemaProblems(document, `document ${i + 1}, ${document.kind}`));
  return { documents, problems: [...problems, ...typeProblems(documents)] };
}

function dockerfile(text) {
  const { DockerfileParser } = require('dockerfile-ast');
  const { validate } = require('dockerfile-utils');
  const severe = 2;
  const problems = validate(text, { deprecatedMaintainer: severe, directiveCasing: severe, emptyContinuationLine: severe, instructionCasing: severe, instructionCmdMultiple: severe, instructionEntrypointMultiple: severe, instructionHealthcheckMultiple: severe, instructionJSONInSingleQuotes: severe, instructionWorkdirRelative: severe });
  const instructions = DockerfileParser.parse(text).getInstructions().map(i => ({ keyword: i.getKeyword(), arguments: i.getArguments().map(a => a.getValue()).join(' '), text: i.getRawArgumentsContent() }));
  return { instructions, problems: problems.map(p => `line ${p.range.start.line + 1}: ${p.message}`) };
}

const answer = { kubernetes: await kubernetes(read('manifests', 'kubernetes', 'baton.yaml')), dockerfile: dockerfile(read('Dockerfile')) };
process.stdout.write(JSON.stringify(answer));
