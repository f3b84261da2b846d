import { Modal } from "@shopify/polaris";

/** Polaris's modal and a part of it, in a file that pages fetch when they have settled: see `dialog.tsx`. */
export const Whole = Modal;
export const Section = Modal.Section;
