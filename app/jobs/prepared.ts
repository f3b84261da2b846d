export { prepared } from "../db/prepared.ts";
