import dock from "./dock.ts";
import editor from "./editor.ts";
import frame from "./frame.ts";
import marks from "./marks.ts";
import notices from "./notices.ts";
import states from "./states.ts";
import texts from "./texts.ts";

/** Words that every page may need. The other languages have the same keys. */
export default { dock, editor, frame, marks, notices, states, texts } as const;
