export { sendToMoved as loader } from "../pages/moved-address.ts";
