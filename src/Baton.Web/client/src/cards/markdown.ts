import MarkdownIt from "markdown-it";

// The "zero" preset knows nothing but paragraphs. Only what cards may use is added: no HTML, no links, no pictures, no headings.
// `escape` is on because the renderer writes a backslash before whatever markup a lead's own text holds.
const markdown = new MarkdownIt("zero", { html: false, linkify: false, breaks: true }).enable(["emphasis", "list", "escape", "newline"]);

export const toHtml = (text: string): string => markdown.render(text.replaceAll("\r\n", "\n").replaceAll("\r", "\n"));
