// Runs the emulator on a port that the system chooses, says which, and ends when whoever started it is gone.
const net = require("node:net");

const listen = net.Server.prototype.listen;
net.Server.prototype.listen = function (...where) {
  this.once("listening", () => console.log(`listening on ${this.address().port}`));
  return listen.apply(this, where);
};
process.stdin.on("end", () => process.exit(0)).resume();
process.argv.push("--silent", "--disableTelemetry", "--inMemoryPersistence", "--tableHost", "127.0.0.1", "--tablePort", "0");
require("azurite/dist/src/table/main.js");
