// Reads a folder with an unpacked Teams app and prints what Microsoft's own schemas say of it, a line each.
const fs = require("node:fs");
const path = require("node:path");
const { AppManifestUtils } = require("@microsoft/app-manifest");

const folder = process.argv[2];
const schemas = path.join(path.dirname(require.resolve("@microsoft/app-manifest/package.json")), "build/json-schemas/teams");
const read = name => JSON.parse(fs.readFileSync(name, "utf8"));

(async () => {
  const manifest = read(path.join(folder, "manifest.json"));
  const version = path.join(schemas, `v${manifest.manifestVersion}`);
  for (const error of await AppManifestUtils.validateAgainstSchema(manifest, read(path.join(version, "MicrosoftTeams.schema.json")))) console.log(`manifest: ${error}`);
  for (const language of manifest.localizationInfo.additionalLanguages) {
    const texts = read(path.join(folder, language.file));
    for (const error of await AppManifestUtils.validateAgainstSchema(texts, read(path.join(version, "MicrosoftTeams.Localization.schema.json")))) console.log(`${language.file}: ${error}`);
  }
})();
