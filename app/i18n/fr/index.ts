import type { Catalog } from "../catalog.ts";
import frame from "./frame.ts";

const catalog: Catalog = { frame };

export default catalog;
