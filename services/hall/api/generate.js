// Types from the services' own descriptions: `npm run api` writes them, `npm run api -- --check` only compares.
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync, existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';

const services = fileURLToPath(new URL('../../', import.meta.url));
const checking = process.argv.includes('--check');
const stale = [];

for (const name of readdirSync(services)) {
  const description = `${services}${name}/openapi.json`;
  if (!existsSync(description)) continue;
  const told = readFileSync(description);
  const types = astToString(await openapiTS(JSON.parse(told.toString('utf8'))));
  const digest = createHash('sha256').update(told).digest('hex');
  const text = `// Made by \`make generate\` from services/${name}/openapi.json; not written by hand.\n// SHA-256 ${digest}\n${types}`;
  const file = fileURLToPath(new URL(`generated/${name}.ts`, import.meta.url));
  if (!checking) writeFileSync(file, text);
  else if (!existsSync(file) || readFileSync(file, 'utf8') !== text) stale.push(name);
}
if (stale.length) {
  console.error(`services/hall/api/generated is not what openapi.json says: ${stale.join(', ')}. Run: make generate`);
  process.exit(1);
}
