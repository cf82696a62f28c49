import { HostConfig } from "adaptivecards";

// Colours are the page's own custom properties, so that one configuration fits the light and the dark scheme.
const colour = (name: string): object => ({ default: `var(--${name})`, subtle: `var(--${name}-subtle, var(--muted))` });

const foregroundColors = {
  default: colour("text"),
  dark: colour("text"),
  light: colour("muted"),
  accent: colour("accent"),
  good: colour("good"),
  warning: colour("warning"),
  attention: colour("attention"),
};

const style = (background: string): object => ({ backgroundColor: `var(--${background})`, borderColor: "var(--border)", foregroundColors });

export const hostConfig = new HostConfig({
  supportsInteractivity: true,
  fontFamily: "inherit",
  fontSizes: { small: 13, default: 15, medium: 17, large: 18, extraLarge: 22 },
  fontWeights: { lighter: 300, default: 400, bolder: 650 },
  lineHeights: { small: 19, default: 22, medium: 24, large: 25, extraLarge: 30 },
  spacing: { small: 4, default: 10, medium: 14, large: 20, extraLarge: 28, padding: 12 },
  separator: { lineThickness: 1, lineColor: "var(--border)" },
  imageSizes: { small: 40, medium: 80, large: 160 },
  containerStyles: {
    default: style("surface"),
    emphasis: style("surface-2"),
    accent: style("accent-soft"),
    good: style("good-soft"),
    warning: style("warning-soft"),
    attention: style("attention-soft"),
  },
  actions: {
    maxActions: 12,
    spacing: "default",
    buttonSpacing: 8,
    showCard: { actionMode: "inline", inlineTopMargin: 12, style: "emphasis" },
    actionsOrientation: "horizontal",
    actionAlignment: "left",
  },
  adaptiveCard: { allowCustomStyle: false },
  factSet: {
    title: { color: "default", isSubtle: true, weight: "default", size: "default", wrap: true, maxWidth: 150 },
    value: { color: "default", weight: "default", size: "default", wrap: true },
    spacing: 16,
  },
  inputs: {
    label: {
      inputSpacing: "small",
      requiredInputs: { weight: "bolder", suffix: " *", suffixColor: "attention" },
      optionalInputs: { weight: "bolder" },
    },
    errorMessage: { color: "attention", weight: "default" },
  },
  table: { cellSpacing: 8 },
});
