"use strict";

// Acknowledges the button "accept" and answers the command "/funnel" as Bolt's own documentation shows it, and stores nothing. Nothing here leaves the machine:
// `authorize` answers from memory, so that no call to Slack is made.
const { App, HTTPReceiver, LogLevel } = require("@slack/bolt");

const receiver = new HTTPReceiver({
  signingSecret: process.env.SIGNING_SECRET,
  logLevel: LogLevel.ERROR,
});

const app = new App({
  receiver,
  logLevel: LogLevel.ERROR,
  authorize: async () => ({ botToken: "xoxb-benchmark", botId: "B0BENCH", botUserId: "U0BENCH" }),
});

app.action("accept", async ({ ack }) => {
  await ack();
});

app.command("/funnel", async ({ ack }) => {
  await ack({ response_type: "ephemeral", text: "This is what can be asked." });
});

receiver.start({ port: Number(process.env.PORT), host: "127.0.0.1" }).catch((error) => {
  console.error(error);
  process.exit(1);
});
