// Renders cards with Microsoft's adaptivecards package in a DOM, one JSON request a line, one JSON answer a line.
// Request: { card, press?: { show?, id, inputs } }. Answer: what the parser and validateProperties() complain about, what is shown, what is sent.
const readline = require("node:readline");
const { JSDOM } = require("jsdom");
const MarkdownIt = require("markdown-it");

const { window } = new JSDOM("<!doctype html><body></body>");
const shared = ["Node", "Element", "Event", "MouseEvent", "KeyboardEvent", "getComputedStyle"];
for (const name of Object.getOwnPropertyNames(window)) {
  if (name.startsWith("HTML") || shared.includes(name)) globalThis[name] = window[name];
}
globalThis.window = window;
globalThis.document = window.document;
// The package writes plain text through innerText, which jsdom lacks; for writing, textContent is the same.
Object.defineProperty(window.HTMLElement.prototype, "innerText", {
  get() { return this.textContent; },
  set(text) { this.textContent = text; },
});

// The file named by package.json's "main" needs a bundler; this one runs as it is.
const Cards = require("adaptivecards/dist/adaptivecards.js");
// The worst processor a host could have: HTML and bare links are on, which Teams and the console have off.
const markdown = new MarkdownIt({ html: true, linkify: true });
Cards.AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = markdown.render(text);
  result.didProcess = true;
};
// The package counts buttons behind "…" as well; the six in view are checked on the JSON.
const host = new Cards.HostConfig({ supportsInteractivity: true, actions: { maxActions: 50 } });

function read(json) {
  const card = new Cards.AdaptiveCard();
  card.hostConfig = host;
  const context = new Cards.SerializationContext();
  // The package tests "lang" with a regular expression that remembers where it stopped (flag g), and so refuses every second card.
  Cards.CardElement.langProperty.regEx.lastIndex = 0;
  card.parse(json, context);
  const parsed = Array.from({ length: context.eventCount }, (_, i) => context.getEventAt(i).message);
  const validated = card.validateProperties().validationEvents.map(event => event.message);
  return { card, events: [...parsed, ...validated] };
}

function press(card, { show, id, inputs }) {
  if (show) card.getActionById(show).execute();
  for (const input of card.getAllInputs(true)) {
    const control = input.renderedInputControlElement;
    if (control && input.id in inputs) control.value = inputs[input.id];
  }
  let sent = null;
  card.onExecuteAction = action => { sent = action.data ?? {}; };
  card.getActionById(id).execute();
  return sent;
}

function answer({ card: json, press: pressed }) {
  const { card, events } = read(json);
  const element = card.render();
  document.body.replaceChildren(element);
  const shown = [...element.querySelectorAll(".ac-textBlock, .ac-richTextBlock")].map(block => block.textContent.trim());
  const tags = [...new Set([...element.querySelectorAll("*")].map(node => node.tagName.toLowerCase()))];
  return { events, shown, tags, sent: pressed ? press(card, pressed) : null };
}

readline.createInterface({ input: process.stdin }).on("line", line => {
  let result;
  try {
    result = answer(JSON.parse(line));
  } catch (error) {
    result = { error: String(error?.stack ?? error) };
  }
  process.stdout.write(JSON.stringify(result) + "\n");
});
