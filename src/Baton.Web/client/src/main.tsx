import { render } from "preact";
import { App } from "./ui/App";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/layout.css";
import "./styles/messages.css";
import "./styles/cards.css";
import "./styles/composer.css";

render(<App />, document.getElementById("app")!);
