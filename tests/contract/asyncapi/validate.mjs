// Validates an AsyncAPI document with the specification's own parser; prints every diagnostic.
import { readFileSync } from "node:fs";
import { Parser } from "@asyncapi/parser";

const { document, diagnostics } = await new Parser().parse(readFileSync(process.argv[2], "utf8"));
const errors = diagnostics.filter((d) => d.severity === 0);
for (const d of diagnostics) console.error(`${d.severity} ${d.path.join(".")}: ${d.message}`);
process.exit(document === undefined || errors.length > 0 ? 1 : 0);
