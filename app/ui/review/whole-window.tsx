import { Modal, TitleBar } from "@shopify/app-bridge-react";
import { useTranslation } from "react-i18next";

/** The review over the whole admin, in a frame of its own. */
export default function WholeWindow({ src, onHide }: { src: string; onHide(): void }) {
  const { t } = useTranslation("review");
  return (
    <Modal open variant="max" src={src} onHide={onHide}>
      <TitleBar title={t("title")} />
    </Modal>
  );
}
