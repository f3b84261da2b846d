import type { BaseWords } from "../catalog.ts";
import dock from "./dock.ts";
import editor from "./editor.ts";
import frame from "./frame.ts";
import marks from "./marks.ts";
import notices from "./notices.ts";
import states from "./states.ts";
import texts from "./texts.ts";

const fr: BaseWords = { dock, editor, frame, marks, notices, states, texts };

export default fr;
