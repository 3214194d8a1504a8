import { render } from "preact";
import { keepKey } from "./api";
import { Shell } from "./shell";
import "./style.css";

keepKey();
render(<Shell />, document.getElementById("app")!);
