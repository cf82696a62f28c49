// Reads a folder with an unpacked Teams app and prints what Microsoft's own schemas say of it, a line each.
const fs = require("node:fs");
const path = require("node:path");
const Ajv = require("ajv");

const folder = process.argv[2];
const schemas = path.join(__dirname, "node_modules/@microsoft/app-manifest/build/json-schemas/teams");
const read = name => JSON.parse(fs.readFileSync(name, "utf8"));
const manifest = read(path.join(folder, "manifest.json"));

check("manifest.json", manifest, "MicrosoftTeams.schema.json");
for (const language of manifest.localizationInfo.additionalLanguages) check(language.file, read(path.join(folder, language.file)), "MicrosoftTeams.Localization.schema.json");

function check(name, content, schema) {
  const { $schema, ...rules } = read(path.join(schemas, `v${manifest.manifestVersion}`, schema));
  const valid = new (Ajv.default ?? Ajv)({ allErrors: true, strict: false, validateFormats: false, unicodeRegExp: false }).compile(rules);
  if (!valid(content)) for (const error of valid.errors) console.log(`${name}${error.instancePath ?? error.dataPath} ${error.message} ${JSON.stringify(error.params)}`);
}
