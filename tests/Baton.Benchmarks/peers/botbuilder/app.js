"use strict";

// Checks the token, answers the button of a card with an empty card and stores nothing. It stands on Node's own HTTP server, which costs less than a framework around it would.
// The keys come from the address that it is told; nothing here leaves the machine.
const http = require("node:http");
const { CloudAdapter, ConfigurationBotFrameworkAuthentication, TeamsActivityHandler } = require("botbuilder");

const authority = process.env.AUTHORITY;
const adapter = new CloudAdapter(
  new ConfigurationBotFrameworkAuthentication({
    MicrosoftAppId: process.env.APP_ID,
    MicrosoftAppPassword: "unused",
    MicrosoftAppType: "SingleTenant",
    MicrosoftAppTenantId: process.env.TENANT_ID,
    ValidateAuthority: true,
    ToChannelFromBotLoginUrl: `${authority}${process.env.TENANT_ID}`,
    ToChannelFromBotOAuthScope: "https://api.botframework.com",
    ToBotFromChannelTokenIssuer: "https://api.botframework.com",
    OAuthUrl: authority,
    ToBotFromChannelOpenIdMetadataUrl: `${authority}v1/.well-known/openidconfiguration`,
    ToBotFromEmulatorOpenIdMetadataUrl: `${authority}common/v2.0/.well-known/openid-configuration`,
    CallerId: "urn:botframework:azure",
  }),
);
adapter.onTurnError = async (_context, error) => {
  console.error(error);
};

class Bot extends TeamsActivityHandler {
  async onAdaptiveCardInvoke() {
    return { statusCode: 200, type: "application/vnd.microsoft.card.adaptive", value: { type: "AdaptiveCard", version: "1.5", body: [] } };
  }
}

const bot = new Bot();

// What the adapter wants of a framework's response.
class Response extends http.ServerResponse {
  status(code) {
    this.statusCode = code;
    return this;
  }

  header(name, value) {
    this.setHeader(name, value);
  }

  send(body) {
    const bytes = Buffer.from(typeof body === "string" ? body : JSON.stringify(body ?? ""));
    this.setHeader("Content-Type", "application/json");
    this.setHeader("Content-Length", bytes.length);
    this.end(bytes);
    return this;
  }
}

http
  .createServer({ ServerResponse: Response }, (request, response) => {
    const parts = [];
    request.on("data", (part) => parts.push(part));
    request.on("end", () => {
      request.body = parts.length === 0 ? {} : JSON.parse(Buffer.concat(parts).toString("utf8"));
      adapter.process(request, response, (context) => bot.run(context)).catch((error) => {
        console.error(error);
        response.statusCode = 500;
        response.end();
      });
    });
  })
  .listen(Number(process.env.PORT), "127.0.0.1");
